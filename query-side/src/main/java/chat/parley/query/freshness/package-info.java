/** Reading one's own writes: what waits until a view has caught up. */
package chat.parley.query.freshness;
