/** The published language: ids, events, the envelope and the routing keys. */
package chat.parley.events;
