/** What a person signs in with; never part of an event. */
@NullMarked
package chat.parley.command.account.credential;

import org.jspecify.annotations.NullMarked;
