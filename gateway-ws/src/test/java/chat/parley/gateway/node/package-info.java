@NullMarked
package chat.parley.gateway.node;

import org.jspecify.annotations.NullMarked;
