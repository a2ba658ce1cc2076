/** The schemas this service owns. */
@NullMarked
package chat.parley.command.schema;

import org.jspecify.annotations.NullMarked;
