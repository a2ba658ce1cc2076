/** A WebSocket client that costs little: one thread reads all connections. */
package chat.parley.load.socket;
