/** Sessions: one sign-in on one device, from its first token to its end. */
package chat.parley.command.session;
