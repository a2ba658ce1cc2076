/** Keeping what a person wrote from being deleted or erased. */
@NullMarked
package chat.parley.command.account.hold;

import org.jspecify.annotations.NullMarked;
