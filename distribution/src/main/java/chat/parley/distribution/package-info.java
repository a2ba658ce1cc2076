/** Events on their way over RabbitMQ: the topology, the confirmed publisher, the consumer groups. */
@NullMarked
package chat.parley.distribution;

import org.jspecify.annotations.NullMarked;
