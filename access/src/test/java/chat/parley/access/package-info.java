@NullMarked
package chat.parley.access;

import org.jspecify.annotations.NullMarked;
