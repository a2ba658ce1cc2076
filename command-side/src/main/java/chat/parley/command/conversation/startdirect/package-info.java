/** Starts the direct conversation of two people. */
package chat.parley.command.conversation.startdirect;
