/** The operator makes, lists and revokes clients. */
@NullMarked
package chat.parley.command.client.manage;

import org.jspecify.annotations.NullMarked;
