/** Changes what a group is called and what it is for. */
package chat.parley.command.conversation.groupdetails;
