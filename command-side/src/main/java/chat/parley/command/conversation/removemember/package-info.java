/** Leaving a group, and removing someone from one. */
package chat.parley.command.conversation.removemember;
