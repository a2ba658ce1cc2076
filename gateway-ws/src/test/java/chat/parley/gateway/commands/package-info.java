@NullMarked
package chat.parley.gateway.commands;

import org.jspecify.annotations.NullMarked;
