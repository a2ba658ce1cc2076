@NullMarked
package chat.parley.distribution;

import org.jspecify.annotations.NullMarked;
