/** Moves a member's read cursors; one request may contain both watermarks of several conversations. */
package chat.parley.command.readcursor.move;
