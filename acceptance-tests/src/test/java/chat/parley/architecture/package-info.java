/** What the folders promise, checked on the compiled code. */
@NullMarked
package chat.parley.architecture;

import org.jspecify.annotations.NullMarked;
