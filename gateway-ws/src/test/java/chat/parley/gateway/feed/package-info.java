@NullMarked
package chat.parley.gateway.feed;

import org.jspecify.annotations.NullMarked;
