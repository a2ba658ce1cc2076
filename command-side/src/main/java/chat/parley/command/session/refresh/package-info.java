/** Getting new tokens for a session. */
package chat.parley.command.session.refresh;
