/** Lists in pieces: limits, and cursors that can only be given back. */
@NullMarked
package chat.parley.query.paging;

import org.jspecify.annotations.NullMarked;
