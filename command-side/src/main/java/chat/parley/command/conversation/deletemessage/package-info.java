/** Deletes a message for everyone. */
package chat.parley.command.conversation.deletemessage;
