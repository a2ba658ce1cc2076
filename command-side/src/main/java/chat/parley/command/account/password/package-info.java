/** Which passwords are good enough, and how they are kept. */
@NullMarked
package chat.parley.command.account.password;

import org.jspecify.annotations.NullMarked;
