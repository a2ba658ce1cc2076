@NullMarked
package chat.parley.command.erasure.objects;

import org.jspecify.annotations.NullMarked;
