/** Deletes closed groups, and forgets what was said in them. */
package chat.parley.command.conversation.deletegroup;
