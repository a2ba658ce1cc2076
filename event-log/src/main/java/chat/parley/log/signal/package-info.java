/** How readers learn that the log has grown: at once in this process, by NOTIFY from others. */
package chat.parley.log.signal;
