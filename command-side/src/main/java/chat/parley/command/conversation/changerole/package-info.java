/** Gives members of a group other roles. */
package chat.parley.command.conversation.changerole;
