/** What was said in a conversation, and when it arrived. */
@NullMarked
package chat.parley.query.messages;

import org.jspecify.annotations.NullMarked;
