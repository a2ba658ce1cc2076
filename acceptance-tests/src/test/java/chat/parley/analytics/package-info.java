/** A program of someone else's, which knows what is documented and no more. */
@NullMarked
package chat.parley.analytics;

import org.jspecify.annotations.NullMarked;
