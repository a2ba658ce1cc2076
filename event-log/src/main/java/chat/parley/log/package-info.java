/** The event log: one table whose positions have no holes, the one truth every view is made from. */
package chat.parley.log;
