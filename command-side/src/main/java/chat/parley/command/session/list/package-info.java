/** The sessions a person has. */
package chat.parley.command.session.list;
