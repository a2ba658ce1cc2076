/** Hiding: messages that people deleted for themselves alone. */
package chat.parley.command.hiding;
