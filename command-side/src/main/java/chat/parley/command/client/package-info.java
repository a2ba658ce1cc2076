/** Programs that ask in their own name: their secrets and their scopes. */
@NullMarked
package chat.parley.command.client;

import org.jspecify.annotations.NullMarked;
