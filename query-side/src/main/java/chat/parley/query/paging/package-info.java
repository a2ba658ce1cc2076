/** Paging: limits and opaque cursors. */
package chat.parley.query.paging;
