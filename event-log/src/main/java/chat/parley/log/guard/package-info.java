/**
 * Guard tables: rows written in the same transaction as the events they follow from, for decisions that must not lag behind
 * the log.
 */
package chat.parley.log.guard;
