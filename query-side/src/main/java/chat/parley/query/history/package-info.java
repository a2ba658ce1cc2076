/** Messages of the log, decrypted from the history view, and the alarm for rows that should not be there. */
package chat.parley.query.history;
