/** Commands over HTTP: each carries a key of its client's, by which a repetition is recognized and answered as the first time. */
@NullMarked
package chat.parley.command.http;

import org.jspecify.annotations.NullMarked;
