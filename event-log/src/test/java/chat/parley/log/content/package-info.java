@NullMarked
package chat.parley.log.content;

import org.jspecify.annotations.NullMarked;
