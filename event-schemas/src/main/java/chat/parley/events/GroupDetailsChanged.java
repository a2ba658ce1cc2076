package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * A group got another name or description.
 *
 * @param content all of its details from now on, which belong to the group; null once erased
 */
public record GroupDetailsChanged(
        ConversationId conversation,
        UserId changedBy,
        @Nullable GroupDetails content) implements AltersGroup, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Group(conversation);
    }

    @Override
    public UserId actor() {
        return changedBy;
    }
}
