/** How a client gets a socket: a ticket over HTTP, then a handshake that redeems it. */
package chat.parley.gateway.tickets;
