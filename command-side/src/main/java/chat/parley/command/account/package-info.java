/** A person's account. */
@NullMarked
package chat.parley.command.account;

import org.jspecify.annotations.NullMarked;
