/** Who is calling: tokens, ended sessions, and the one place where a refusal becomes an HTTP problem. */
@NullMarked
package chat.parley.access;

import org.jspecify.annotations.NullMarked;
