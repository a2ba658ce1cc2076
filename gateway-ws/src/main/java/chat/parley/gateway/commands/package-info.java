/** What clients write, on its way to the command side. */
@NullMarked
package chat.parley.gateway.commands;

import org.jspecify.annotations.NullMarked;
