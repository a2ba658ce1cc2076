/** Monitors the database's clock against the log. */
package chat.parley.command.clock;
