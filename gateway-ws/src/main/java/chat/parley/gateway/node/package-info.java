/** What gateway nodes say to one another over RabbitMQ: each has a private queue, and what must not be lost is counted. */
package chat.parley.gateway.node;
