/** Adding someone to a group. */
package chat.parley.command.conversation.addmember;
