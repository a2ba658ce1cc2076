/** Reading one's own writes: what waits until a view has caught up. */
@NullMarked
package chat.parley.query.freshness;

import org.jspecify.annotations.NullMarked;
