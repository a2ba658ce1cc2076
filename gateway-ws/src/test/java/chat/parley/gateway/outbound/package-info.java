@NullMarked
package chat.parley.gateway.outbound;

import org.jspecify.annotations.NullMarked;
