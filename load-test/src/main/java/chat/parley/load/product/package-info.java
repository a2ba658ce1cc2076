/** The product under load: found where it runs, or started for the run. */
@NullMarked
package chat.parley.load.product;

import org.jspecify.annotations.NullMarked;
