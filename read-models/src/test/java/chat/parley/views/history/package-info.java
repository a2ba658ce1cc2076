@NullMarked
package chat.parley.views.history;

import org.jspecify.annotations.NullMarked;
