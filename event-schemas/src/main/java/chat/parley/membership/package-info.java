/** Who may see which events of a conversation, as of a sequence: the one place that says so, for every service. */
@NullMarked
package chat.parley.membership;

import org.jspecify.annotations.NullMarked;
