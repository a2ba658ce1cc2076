/** The event log: one table whose positions have no holes, the one truth every view is made from. */
@NullMarked
package chat.parley.log;

import org.jspecify.annotations.NullMarked;
