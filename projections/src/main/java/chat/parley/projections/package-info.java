/** Writes the views from events: each group catches up from the log, then goes on with its queues. */
package chat.parley.projections;
