@NullMarked
package chat.parley.command.account.hold;

import org.jspecify.annotations.NullMarked;
