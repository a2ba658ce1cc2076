/** What happened in a person's conversations since they were last here, from the log. */
@NullMarked
package chat.parley.query.feed;

import org.jspecify.annotations.NullMarked;
