/** What happens again and again. */
@NullMarked
package chat.parley.gateway.schedule;

import org.jspecify.annotations.NullMarked;
