/** This node and its sockets as others know them, and who is told when someone comes or goes. */
@NullMarked
package chat.parley.gateway.presence;

import org.jspecify.annotations.NullMarked;
