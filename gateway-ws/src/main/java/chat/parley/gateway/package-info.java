/** The WebSocket gateway: {@code parley.v1} for clients, on as many nodes as there are. */
@NullMarked
package chat.parley.gateway;

import org.jspecify.annotations.NullMarked;
