package chat.parley.events;

import java.util.List;

/**
 * Part of what happened in a deleted group was forgotten. Nobody is in it any more who could be told.
 *
 * @param from the first sequence whose content is gone
 * @param to the last
 * @param deletedBy who deleted the group
 */
public record GroupForgotten(ConversationId conversation, long from, long to, UserId deletedBy)
        implements ConversationEvent, ForgetsContent {

    @Override
    public List<SequenceRange> forgets() {
        return List.of(new SequenceRange(from, to));
    }

    @Override
    public UserId actor() {
        return deletedBy;
    }
}
