/** What each client frame leads to. */
@NullMarked
package chat.parley.gateway.dialogue;

import org.jspecify.annotations.NullMarked;
