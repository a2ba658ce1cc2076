@NullMarked
package chat.parley.gateway.delivery;

import org.jspecify.annotations.NullMarked;
