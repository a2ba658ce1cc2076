/** What decisions that must not lag are taken from: rows written in the same transaction as the events that mean them. */
package chat.parley.log.guard;
