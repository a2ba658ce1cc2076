@NullMarked
package chat.parley.events;

import org.jspecify.annotations.NullMarked;
