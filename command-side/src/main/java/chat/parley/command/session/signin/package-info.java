/** Signing in. */
@NullMarked
package chat.parley.command.session.signin;

import org.jspecify.annotations.NullMarked;
