@NullMarked
package chat.parley.views.directory;

import org.jspecify.annotations.NullMarked;
