/**
 * Snapshots of long streams, so that loading need not begin at the first event. They can be discarded: the log is the truth.
 */
package chat.parley.log.snapshot;
