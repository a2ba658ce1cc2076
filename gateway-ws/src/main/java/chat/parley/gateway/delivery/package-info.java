/** How far one socket has been told what the log holds, and what waits until it may be told. */
@NullMarked
package chat.parley.gateway.delivery;

import org.jspecify.annotations.NullMarked;
