@NullMarked
package chat.parley.command.clock;

import org.jspecify.annotations.NullMarked;
