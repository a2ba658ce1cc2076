/** Events on their way over RabbitMQ: the topology, the confirmed publisher, the consumer groups. */
package chat.parley.distribution;
