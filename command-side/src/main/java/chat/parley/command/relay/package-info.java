/** Relays every event from the log to RabbitMQ, in order and at least once. */
package chat.parley.command.relay;
