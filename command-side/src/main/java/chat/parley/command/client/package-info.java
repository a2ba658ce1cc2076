/** Programs that ask in their own name: their secrets and their scopes. */
package chat.parley.command.client;
