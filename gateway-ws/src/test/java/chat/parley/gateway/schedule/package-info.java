@NullMarked
package chat.parley.gateway.schedule;

import org.jspecify.annotations.NullMarked;
