/** Pins: the messages that matter in a conversation. */
package chat.parley.command.conversation.pin;
