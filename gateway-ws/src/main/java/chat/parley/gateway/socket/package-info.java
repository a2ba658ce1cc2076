/** The open sockets of this node: from the upgraded connection to frames in and out. */
@NullMarked
package chat.parley.gateway.socket;

import org.jspecify.annotations.NullMarked;
