@NullMarked
package chat.parley.gateway.frames;

import org.jspecify.annotations.NullMarked;
