/** Axon on the event log: how a command reaches its aggregate and how what it decided is recorded. */
package chat.parley.command.engine;
