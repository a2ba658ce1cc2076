/** Sends a message. */
package chat.parley.command.conversation.sendmessage;
