/** Whether this service can answer. */
package chat.parley.query.health;
