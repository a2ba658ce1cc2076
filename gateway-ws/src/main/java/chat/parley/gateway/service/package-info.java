/** The other services, over HTTP where they are elsewhere. */
@NullMarked
package chat.parley.gateway.service;

import org.jspecify.annotations.NullMarked;
