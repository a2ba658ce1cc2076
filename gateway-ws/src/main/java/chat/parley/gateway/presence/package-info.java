/** This node and its sockets as others know them, and who is told when someone comes or goes. */
package chat.parley.gateway.presence;
