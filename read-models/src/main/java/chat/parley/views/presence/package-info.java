/**
 * Who is connected where, in Redis: sockets, the rooms they look at, gateway nodes and their leases, last seen, socket tickets.
 * All of it can be rebuilt or may expire. Every operation fails within half a second, with
 * {@link chat.parley.views.ViewUnavailable}, while Redis cannot be reached.
 */
package chat.parley.views.presence;
