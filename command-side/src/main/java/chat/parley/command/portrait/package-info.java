/** Serves the pictures of people and groups. */
package chat.parley.command.portrait;
