/** The web client's files, where they are on the class path. */
@NullMarked
package chat.parley.gateway.webclient;

import org.jspecify.annotations.NullMarked;
