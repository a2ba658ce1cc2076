package chat.parley.events;

import java.util.List;

/**
 * The direct conversation of two people was started, or that of a person with themselves, in which they save messages.
 *
 * @param members both people, in the order of their ids; one where it is with oneself
 * @param startedBy the one who started it
 */
public record DirectConversationStarted(ConversationId conversation, List<UserId> members, UserId startedBy)
        implements ConversationEvent, ChangesMembership {

    public DirectConversationStarted {
        members = List.copyOf(members);
    }

    @Override
    public List<Joined> joins() {
        return members.stream()
                .map(member -> new Joined(member, MemberRole.MEMBER, null))
                .toList();
    }

    @Override
    public List<UserId> leaves() {
        return List.of();
    }

    @Override
    public UserId actor() {
        return startedBy;
    }
}
