@NullMarked
package chat.parley.gateway.service;

import org.jspecify.annotations.NullMarked;
