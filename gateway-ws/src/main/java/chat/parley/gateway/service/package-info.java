/** Calls to the other services of Parley over HTTP. */
@NullMarked
package chat.parley.gateway.service;

import org.jspecify.annotations.NullMarked;
