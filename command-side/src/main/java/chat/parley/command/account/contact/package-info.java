/** Changes how a person can be reached outside. */
package chat.parley.command.account.contact;
