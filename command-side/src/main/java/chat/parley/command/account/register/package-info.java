/** Taking a username and signing in for the first time. */
@NullMarked
package chat.parley.command.account.register;

import org.jspecify.annotations.NullMarked;
