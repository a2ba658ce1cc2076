/** Axon on the event log: how a command reaches its aggregate, and how its events are recorded. */
package chat.parley.command.engine;
