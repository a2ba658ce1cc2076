/** The views everyone reads and only projections and the gateway write; their drivers are named nowhere else. */
@NullMarked
package chat.parley.views;

import org.jspecify.annotations.NullMarked;
