/** From the log to RabbitMQ: everything, in order, at least once. */
@NullMarked
package chat.parley.command.relay;

import org.jspecify.annotations.NullMarked;
