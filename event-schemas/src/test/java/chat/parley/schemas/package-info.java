@NullMarked
package chat.parley.schemas;

import org.jspecify.annotations.NullMarked;
