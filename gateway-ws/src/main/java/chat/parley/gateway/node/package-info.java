/** What gateway nodes say to one another over RabbitMQ: each has a private queue, and what must not be lost is counted. */
@NullMarked
package chat.parley.gateway.node;

import org.jspecify.annotations.NullMarked;
