/** Everything that changes something: aggregates, accounts and sessions, and the relay of what was recorded. */
package chat.parley.command;
