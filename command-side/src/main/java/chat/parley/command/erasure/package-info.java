/** Erasing people: the account in one transaction, then what the rest of the system holds, and how far that has come. */
package chat.parley.command.erasure;
