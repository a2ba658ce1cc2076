/** Erasing a person: what goes in one transaction with the event that says so. */
package chat.parley.command.account.erase;
