/** The way out to one client: bounded, written by one thread, closed with a named code. */
@NullMarked
package chat.parley.gateway.outbound;

import org.jspecify.annotations.NullMarked;
