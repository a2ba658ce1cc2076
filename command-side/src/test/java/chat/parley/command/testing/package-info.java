/** The service started on real components, and a client for it. */
package chat.parley.command.testing;
