/** The service started on real components, and a client for it. */
@NullMarked
package chat.parley.command.testing;

import org.jspecify.annotations.NullMarked;
