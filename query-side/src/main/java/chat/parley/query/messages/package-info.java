/** What was said in a conversation, and when it arrived. */
package chat.parley.query.messages;
