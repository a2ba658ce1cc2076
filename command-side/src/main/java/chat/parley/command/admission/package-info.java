/** Coming into a group where one side has still to agree: invitations and requests to join. */
package chat.parley.command.admission;
