/** From the log to RabbitMQ: everything, in order, at least once. */
package chat.parley.command.relay;
