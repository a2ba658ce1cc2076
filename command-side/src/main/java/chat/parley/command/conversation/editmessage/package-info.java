/** Edits a message. */
package chat.parley.command.conversation.editmessage;
