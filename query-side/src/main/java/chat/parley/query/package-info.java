/** The service that answers what people ask, from the views and from the log. */
@NullMarked
package chat.parley.query;

import org.jspecify.annotations.NullMarked;
