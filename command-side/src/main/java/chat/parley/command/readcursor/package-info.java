/** How far one member has received and read one conversation. */
@NullMarked
package chat.parley.command.readcursor;

import org.jspecify.annotations.NullMarked;
