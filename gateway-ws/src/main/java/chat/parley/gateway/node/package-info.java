/**
 * Messages between gateway nodes over RabbitMQ: each node has a private queue, and messages that must not be lost are
 * numbered.
 */
package chat.parley.gateway.node;
