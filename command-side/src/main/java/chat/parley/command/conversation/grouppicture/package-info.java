/** Changes the picture of a group, and shows it. */
package chat.parley.command.conversation.grouppicture;
