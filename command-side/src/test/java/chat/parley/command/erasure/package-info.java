@NullMarked
package chat.parley.command.erasure;

import org.jspecify.annotations.NullMarked;
