/** A client proves itself and gets a token. */
package chat.parley.command.client.token;
