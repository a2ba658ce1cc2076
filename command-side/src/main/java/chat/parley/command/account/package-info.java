/** A person's account. */
package chat.parley.command.account;
