/** How a client gets a socket: a ticket over HTTP, then a handshake that redeems it. */
@NullMarked
package chat.parley.gateway.tickets;

import org.jspecify.annotations.NullMarked;
