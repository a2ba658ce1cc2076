/** The published language: ids, events, the envelope and the routing keys. */
@NullMarked
package chat.parley.events;

import org.jspecify.annotations.NullMarked;
