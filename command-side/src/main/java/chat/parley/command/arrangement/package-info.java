/** Arrangements: how a person has a conversation in their own list. */
package chat.parley.command.arrangement;
