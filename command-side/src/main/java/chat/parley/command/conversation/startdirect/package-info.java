/** Starting the one conversation of a pair. */
package chat.parley.command.conversation.startdirect;
