/** Whether this service can answer. */
@NullMarked
package chat.parley.query.health;

import org.jspecify.annotations.NullMarked;
