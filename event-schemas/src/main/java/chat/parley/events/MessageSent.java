package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * A member sent a message.
 *
 * @param number counts the conversation's messages from 1, without holes
 * @param message the id the client chose
 * @param content what was written; null once erased
 */
public record MessageSent(
        ConversationId conversation,
        long number,
        UserId author,
        MessageId message,
        @Nullable MessageContent content) implements ConversationEvent, Numbered, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Person(author);
    }

    @Override
    public UserId actor() {
        return author;
    }
}
