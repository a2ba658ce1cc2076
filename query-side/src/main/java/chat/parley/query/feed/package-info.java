/** What happened in a person's conversations since they were last here, from the log. */
package chat.parley.query.feed;
