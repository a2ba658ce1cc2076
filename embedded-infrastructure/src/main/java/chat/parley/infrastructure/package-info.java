/** Starts the real components Parley stands on, each as a child process on a free loopback port. */
@NullMarked
package chat.parley.infrastructure;

import org.jspecify.annotations.NullMarked;
