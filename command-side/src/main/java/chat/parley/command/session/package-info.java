/** Sessions: one sign-in on one device, from its first token to its end. */
@NullMarked
package chat.parley.command.session;

import org.jspecify.annotations.NullMarked;
