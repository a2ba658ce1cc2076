package chat.parley.contracts;

import chat.parley.events.MessageId;

/**
 * A message to be sent.
 *
 * @param message a UUIDv7 chosen by the author's client, by which a repetition is recognized for ever
 * @param text 1 to 2,000 characters
 */
public record NewMessage(
        @Required MessageId message, @Required String text) {}
