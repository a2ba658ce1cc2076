/** Signing out, here or on another device. */
@NullMarked
package chat.parley.command.session.end;

import org.jspecify.annotations.NullMarked;
