/** Refreshes the tokens of a session. */
package chat.parley.command.session.refresh;
