/** Exchanges a machine client's secret for a token. */
package chat.parley.command.client.token;
