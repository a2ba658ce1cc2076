/** From the distributed events to the sockets of the people they concern, on this node and on others. */
package chat.parley.gateway.fanout;
