/**
 * The event log: one table whose positions have no holes, the one truth every view is made from. This package is its contract;
 * {@code append} records, {@code row} encodes and decodes, {@code read} reads, and {@code signal} says that there is something new.
 */
package chat.parley.log;
