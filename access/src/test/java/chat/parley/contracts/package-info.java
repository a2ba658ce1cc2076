@NullMarked
package chat.parley.contracts;

import org.jspecify.annotations.NullMarked;
