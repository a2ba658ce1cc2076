@NullMarked
package chat.parley.views;

import org.jspecify.annotations.NullMarked;
