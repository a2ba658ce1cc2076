package chat.parley.command.conversation.addmember;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Add people to a group.
 *
 * @param members each once
 */
public record AddMember(ConversationId conversation, UserId asker, List<UserId> members) {

    public AddMember {
        members = List.copyOf(members);
    }

    /** Add someone. */
    public AddMember(ConversationId conversation, UserId asker, UserId member) {
        this(conversation, asker, List.of(member));
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
