package chat.parley.contracts;

import chat.parley.events.UserId;

/**
 * A part of a service has forgotten a person; reporting it again changes nothing.
 *
 * @param part such as {@code fanout.3}
 */
public record ForgottenReport(
        @Required UserId account, @Required String part) {}
