/** The people of this organization, to be found by name, in PostgreSQL. */
@NullMarked
package chat.parley.views.directory;

import org.jspecify.annotations.NullMarked;
