package chat.parley.events;

import java.util.List;

/**
 * Members of a group got other roles. It ends their period in the group and begins the next at once, so that every reader of memberships
 * learns the roles.
 *
 * @param members those whose role changed, with the new one
 */
public record RolesChanged(ConversationId conversation, List<GroupMember> members, UserId changedBy)
        implements AltersGroup, ChangesMembership {

    public RolesChanged {
        members = List.copyOf(members);
    }

    @Override
    public List<Joined> joins() {
        return members.stream()
                .map(each -> new Joined(each.member(), each.role(), null))
                .toList();
    }

    @Override
    public List<UserId> leaves() {
        return members.stream().map(GroupMember::member).toList();
    }

    @Override
    public UserId actor() {
        return changedBy;
    }
}
