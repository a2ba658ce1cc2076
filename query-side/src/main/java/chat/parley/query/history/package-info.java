/** Messages as the log has them, opened from what the history view keeps, and the alarm for what the view should not hold. */
package chat.parley.query.history;
