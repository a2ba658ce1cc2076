/** How fast commands become durable events: our engine and Axon's own over JDBC, side by side. */
package chat.parley.command.benchmark;
