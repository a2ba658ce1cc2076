/** Closes a group. */
package chat.parley.command.conversation.closegroup;
