/** Erasing a person: what goes in one transaction with the event that says so. */
@NullMarked
package chat.parley.command.account.erase;

import org.jspecify.annotations.NullMarked;
