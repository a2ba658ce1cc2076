/** What decisions that must not lag are taken from: rows written in the same transaction as the events that mean them. */
@NullMarked
package chat.parley.log.guard;

import org.jspecify.annotations.NullMarked;
