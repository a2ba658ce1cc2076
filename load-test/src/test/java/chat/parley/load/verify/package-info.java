@NullMarked
package chat.parley.load.verify;

import org.jspecify.annotations.NullMarked;
