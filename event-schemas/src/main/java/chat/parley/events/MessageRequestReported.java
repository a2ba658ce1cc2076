package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody told those who run the deployment of a message request.
 *
 * @param recipient to whom was written, and who tells
 * @param author who wrote
 * @param conversation of the two
 * @param content null once erased
 */
public record MessageRequestReported(
        UserId recipient,
        UserId author,
        ConversationId conversation,
        @Nullable RequestReport content) implements MessageRequestsEvent, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Person(recipient);
    }
}
