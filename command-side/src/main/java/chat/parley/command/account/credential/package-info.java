/** What a person signs in with; never part of an event. */
package chat.parley.command.account.credential;
