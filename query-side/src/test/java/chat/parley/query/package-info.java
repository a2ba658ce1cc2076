@NullMarked
package chat.parley.query;

import org.jspecify.annotations.NullMarked;
