package chat.parley.command.conversation.creategroup;

import chat.parley.events.ConversationId;
import chat.parley.events.GroupDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Create a group.
 *
 * @param creator becomes its owner
 * @param others its other members, each once
 */
public record CreateGroup(ConversationId conversation, UserId creator, List<UserId> others, GroupDetails details) {

    public CreateGroup {
        others = List.copyOf(others);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
