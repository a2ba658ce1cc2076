/** The log as a stream, from any position, for programs that read everything. */
package chat.parley.query.replay;
