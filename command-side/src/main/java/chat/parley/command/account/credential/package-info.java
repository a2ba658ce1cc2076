/** Usernames and password hashes. They are never part of an event. */
package chat.parley.command.account.credential;
