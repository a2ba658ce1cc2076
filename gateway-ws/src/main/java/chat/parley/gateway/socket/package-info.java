/** The open sockets of this node: from the upgraded connection to frames in and out. */
package chat.parley.gateway.socket;
