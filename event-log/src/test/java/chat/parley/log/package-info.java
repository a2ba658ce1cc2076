@NullMarked
package chat.parley.log;

import org.jspecify.annotations.NullMarked;
