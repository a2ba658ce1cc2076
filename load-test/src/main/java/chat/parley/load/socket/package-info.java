/** A WebSocket client that costs little: one thread reads all connections. */
@NullMarked
package chat.parley.load.socket;

import org.jspecify.annotations.NullMarked;
