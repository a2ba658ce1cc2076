package chat.parley.contracts;

import chat.parley.events.MessageId;

/**
 * A request to send a message.
 *
 * @param message a UUIDv7 chosen by the author's client; a repetition is recognized by it for ever
 * @param text 1 to 2,000 characters
 */
public record NewMessage(
        @Required MessageId message, @Required String text) {}
