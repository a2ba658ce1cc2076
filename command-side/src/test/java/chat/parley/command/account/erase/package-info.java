@NullMarked
package chat.parley.command.account.erase;

import org.jspecify.annotations.NullMarked;
