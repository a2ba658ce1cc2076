/** Sends events to the sockets of their audience, on this node and on others. */
package chat.parley.gateway.fanout;
