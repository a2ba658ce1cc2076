/** Conversations, their messages and the times messages were delivered and read, in Cassandra. */
package chat.parley.views.history;
