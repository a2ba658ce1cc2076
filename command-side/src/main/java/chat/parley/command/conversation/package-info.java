/** A conversation: who is in it, and the numbers its messages take. */
package chat.parley.command.conversation;
