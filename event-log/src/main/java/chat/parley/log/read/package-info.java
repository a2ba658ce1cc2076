/** Reads of the log: in order, by stream, and of many streams at once. */
package chat.parley.log.read;
