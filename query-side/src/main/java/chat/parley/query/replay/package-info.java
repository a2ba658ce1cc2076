/** The log for programs that want to know all that happened: as a stream, from any position on. */
package chat.parley.query.replay;
