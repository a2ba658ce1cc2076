/** Tells operators when the clock is behind the log. */
package chat.parley.command.clock;
