/** People: oneself and others. */
package chat.parley.query.people;
