/** Links by which people join a group. */
package chat.parley.command.conversation.joinlink;
