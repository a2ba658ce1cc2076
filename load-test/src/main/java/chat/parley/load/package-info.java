/** The load generator's command. */
@NullMarked
package chat.parley.load;

import org.jspecify.annotations.NullMarked;
