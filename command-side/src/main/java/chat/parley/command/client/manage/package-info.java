/** The operator makes, lists and revokes clients. */
package chat.parley.command.client.manage;
