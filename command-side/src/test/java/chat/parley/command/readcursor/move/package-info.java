@NullMarked
package chat.parley.command.readcursor.move;

import org.jspecify.annotations.NullMarked;
