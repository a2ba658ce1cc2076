/** Publishing and consuming events over RabbitMQ: the topology, the confirmed publisher, the consumer groups. */
package chat.parley.distribution;
