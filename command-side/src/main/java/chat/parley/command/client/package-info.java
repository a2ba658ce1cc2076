/** Machine clients: programs that call in their own name, with their secrets and scopes. */
package chat.parley.command.client;
