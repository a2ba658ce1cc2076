@NullMarked
package chat.parley.load.traffic;

import org.jspecify.annotations.NullMarked;
