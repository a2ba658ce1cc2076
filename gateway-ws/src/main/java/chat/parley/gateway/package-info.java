/** The WebSocket gateway: {@code parley.v1} for clients, on as many nodes as there are. */
package chat.parley.gateway;
