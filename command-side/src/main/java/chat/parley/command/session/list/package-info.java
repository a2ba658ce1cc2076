/** The sessions a person has. */
@NullMarked
package chat.parley.command.session.list;

import org.jspecify.annotations.NullMarked;
