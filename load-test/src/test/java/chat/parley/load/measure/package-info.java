@NullMarked
package chat.parley.load.measure;

import org.jspecify.annotations.NullMarked;
