/** Lists in pieces: limits, and cursors that can only be given back. */
package chat.parley.query.paging;
