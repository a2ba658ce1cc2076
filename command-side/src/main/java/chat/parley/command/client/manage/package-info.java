/** The operator creates, lists and revokes machine clients. */
package chat.parley.command.client.manage;
