/** How fast commands become durable events: our engine and Axon's own over JDBC, side by side. */
@NullMarked
package chat.parley.command.benchmark;

import org.jspecify.annotations.NullMarked;
