@NullMarked
package chat.parley.load;

import org.jspecify.annotations.NullMarked;
