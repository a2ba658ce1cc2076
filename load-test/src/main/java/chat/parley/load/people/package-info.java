/** The people who write to each other: accounts, sessions, conversations, over HTTP. */
@NullMarked
package chat.parley.load.people;

import org.jspecify.annotations.NullMarked;
