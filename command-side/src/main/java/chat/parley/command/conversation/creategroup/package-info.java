/** Creates a group. */
package chat.parley.command.conversation.creategroup;
