/** Axon on the event log: how a command reaches its aggregate and how what it decided is recorded. */
@NullMarked
package chat.parley.command.engine;

import org.jspecify.annotations.NullMarked;
