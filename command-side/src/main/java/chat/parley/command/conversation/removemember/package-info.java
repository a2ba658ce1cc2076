/** Removes a member from a group, or leaves it. */
package chat.parley.command.conversation.removemember;
