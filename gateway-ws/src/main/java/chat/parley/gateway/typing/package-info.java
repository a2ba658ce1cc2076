/** Who is typing: passed on at once or not at all. */
@NullMarked
package chat.parley.gateway.typing;

import org.jspecify.annotations.NullMarked;
