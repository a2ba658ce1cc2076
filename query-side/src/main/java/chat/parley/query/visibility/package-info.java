/** Who may see what of a conversation, decided in one place. */
@NullMarked
package chat.parley.query.visibility;

import org.jspecify.annotations.NullMarked;
