/** Lists a person's sessions. */
package chat.parley.command.session.list;
