/** The schemas in PostgreSQL, the roles that use them, and the step that brings them up to date. */
@NullMarked
package chat.parley.database;

import org.jspecify.annotations.NullMarked;
