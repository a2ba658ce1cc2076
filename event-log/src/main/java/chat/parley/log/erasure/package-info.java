/** Which people were erased, and how far the forgetting has come. */
@NullMarked
package chat.parley.log.erasure;

import org.jspecify.annotations.NullMarked;
