package chat.parley.contracts;

import chat.parley.events.UserId;

/**
 * A part of a service has erased what it held of a person. May be repeated.
 *
 * @param part such as {@code fanout.3}
 */
public record ErasureReport(
        @Required UserId account, @Required String part) {}
