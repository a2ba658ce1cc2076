@NullMarked
package chat.parley.database;

import org.jspecify.annotations.NullMarked;
