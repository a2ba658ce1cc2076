@NullMarked
package chat.parley.command.http;

import org.jspecify.annotations.NullMarked;
