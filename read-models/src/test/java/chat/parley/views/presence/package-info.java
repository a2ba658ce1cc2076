@NullMarked
package chat.parley.views.presence;

import org.jspecify.annotations.NullMarked;
