/** How far one socket has been sent the log, and the events that are buffered for it. */
package chat.parley.gateway.delivery;
