/** Moving one's cursors, by a request that may state both watermarks of several conversations. */
package chat.parley.command.readcursor.move;
