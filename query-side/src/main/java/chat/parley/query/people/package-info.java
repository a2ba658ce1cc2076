/** Oneself and others. */
package chat.parley.query.people;
