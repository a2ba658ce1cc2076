/** Changes what a group lets its members do. */
package chat.parley.command.conversation.groupsettings;
