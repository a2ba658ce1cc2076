/** Read-your-writes: delays a query until its view has caught up. */
package chat.parley.query.freshness;
