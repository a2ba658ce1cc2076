/** Oneself and others. */
@NullMarked
package chat.parley.query.people;

import org.jspecify.annotations.NullMarked;
