/** The schemas this service owns. */
package chat.parley.command.schema;
