/** Getting new tokens for a session. */
@NullMarked
package chat.parley.command.session.refresh;

import org.jspecify.annotations.NullMarked;
