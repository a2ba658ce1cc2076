/** What a person missed in their conversations, from the log. */
package chat.parley.query.feed;
