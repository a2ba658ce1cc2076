/** A client proves itself and gets a token. */
@NullMarked
package chat.parley.command.client.token;

import org.jspecify.annotations.NullMarked;
