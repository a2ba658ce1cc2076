/** A person's conversations, each as a list shows it. */
@NullMarked
package chat.parley.query.conversations;

import org.jspecify.annotations.NullMarked;
