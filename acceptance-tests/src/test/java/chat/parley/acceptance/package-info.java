/** User stories through real sockets and real stores. */
@NullMarked
package chat.parley.acceptance;

import org.jspecify.annotations.NullMarked;
