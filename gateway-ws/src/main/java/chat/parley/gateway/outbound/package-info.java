/** Sending to one client: bounded, written by one thread, closed with a named code. */
package chat.parley.gateway.outbound;
