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
 * @param invited who are to be asked, and come later if they agree: this decides only whether they may be
 */
public record AddMember(ConversationId conversation, UserId asker, List<UserId> members, List<UserId> invited) {

    public AddMember {
        members = List.copyOf(members);
        invited = List.copyOf(invited);
    }

    /** Add people, and ask nobody. */
    public AddMember(ConversationId conversation, UserId asker, List<UserId> members) {
        this(conversation, asker, members, List.of());
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
