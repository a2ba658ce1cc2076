/** Everything that changes something: aggregates, accounts and sessions, and the relay of what was recorded. */
@NullMarked
package chat.parley.command;

import org.jspecify.annotations.NullMarked;
