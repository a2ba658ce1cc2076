package chat.parley.command.conversation.joinlink;

import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Become a member of a group by one of its links. */
public record JoinByLink(ConversationId conversation, JoinLinkId link, UserId joining, Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
