@NullMarked
package chat.parley.membership;

import org.jspecify.annotations.NullMarked;
