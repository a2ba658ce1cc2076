/** Lets members of a group say nothing for a while. */
package chat.parley.command.conversation.mute;
