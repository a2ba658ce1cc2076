/** The query side: answers queries from the views and the log. */
package chat.parley.query;
