/** An event as a row of the log: encoded, sealed with its owner's key, and read back. */
package chat.parley.log.row;
