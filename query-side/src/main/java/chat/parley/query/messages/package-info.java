/** The messages of a conversation, and when they were delivered. */
package chat.parley.query.messages;
