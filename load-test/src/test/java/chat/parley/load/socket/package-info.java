@NullMarked
package chat.parley.load.socket;

import org.jspecify.annotations.NullMarked;
