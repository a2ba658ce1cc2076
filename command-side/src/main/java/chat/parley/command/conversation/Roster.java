package chat.parley.command.conversation;

import chat.parley.events.AltersGroup;
import chat.parley.events.ChangesMembership;
import chat.parley.events.ConversationEvent;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkMade;
import chat.parley.events.JoinLinkRevoked;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MembersAdded;
import chat.parley.events.MuteChanged;
import chat.parley.events.RolesChanged;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is in a conversation, and what a group lets each of them do. */
public final class Roster {

    /** The memory of an id and its entry in the map. */
    static final int BYTES_A_MEMBER = 90;

    private final Map<UserId, MemberRole> roles = new HashMap<>();
    private boolean group;
    private GroupSettings settings = GroupSettings.USUAL;
    private @Nullable Long opened;
    private boolean closed;
    private final Map<JoinLinkId, OpenLink> links = new HashMap<>();
    private final Set<UserId> banned = new HashSet<>();
    private final Map<UserId, Instant> muted = new HashMap<>();
    private @Nullable UploadId picture;

    Roster() {}

    Roster(ConversationState state) {
        state.members().forEach(each -> roles.put(each.member(), each.role()));
        group = state.group();
        settings = state.settings().settings();
        opened = state.opened().orElse(null);
        closed = state.closed();
        state.links().forEach(each -> links.put(each.link(), each));
        banned.addAll(state.banned());
        state.muted().forEach(each -> muted.put(each.member(), each.until()));
        picture = state.picture().orElse(null);
    }

    void on(ConversationEvent event, long sequence, Instant at) {
        if (event instanceof ChangesMembership changes) {
            changes.leaves().forEach(roles::remove);
            changes.joins().forEach(joined -> roles.put(joined.member(), joined.role()));
        }
        if (event instanceof GroupCreated) {
            group = true;
        }
        if (event instanceof MembersAdded added) {
            added.members().forEach(banned::remove);
        }
        if (event instanceof MemberAdded added) {
            banned.remove(added.member());
            if (added.link() != null) {
                links.computeIfPresent(added.link(), (_, link) -> link.used());
            }
        }
        if (event instanceof MemberRemoved removed && Boolean.TRUE.equals(removed.banned())) {
            banned.add(removed.member());
        }
        if (event instanceof AltersGroup alters) {
            switch (alters) {
                case GroupSettingsChanged changed -> on(changed.settings(), sequence);
                case GroupClosed _ -> {
                    closed = true;
                    links.clear();
                }
                case JoinLinkMade made ->
                    links.put(
                            made.link(),
                            new OpenLink(
                                    made.link(),
                                    Optional.ofNullable(made.uses()),
                                    Optional.ofNullable(made.until()),
                                    Boolean.TRUE.equals(made.approval())));
                case GroupPictureChanged changed -> picture = changed.picture();
                case JoinLinkRevoked revoked -> links.remove(revoked.link());
                case MuteChanged changed -> {
                    muted.values().removeIf(until -> !at.isBefore(until));
                    if (changed.until() == null) {
                        muted.remove(changed.member());
                    } else {
                        muted.put(changed.member(), changed.until());
                    }
                }
                case RolesChanged _, GroupDetailsChanged _, GroupDeleted _ -> {
                    // What they change they say by their facet, and nothing is decided by details.
                }
            }
        }
    }

    private void on(GroupSettings changed, long sequence) {
        if (changed.history() != settings.history()) {
            opened = changed.history() == GroupHistory.START ? sequence : null;
        }
        settings = changed;
    }

    boolean isGroup() {
        return group;
    }

    public boolean isIn(UserId person) {
        return roles.containsKey(person);
    }

    public @Nullable MemberRole roleOf(UserId person) {
        return roles.get(person);
    }

    public Set<UserId> members() {
        return roles.keySet();
    }

    /** Whom someone mentions with effect: members, and in a group all of them at once, if their role may. */
    Set<UserId> mentionable(UserId author) {
        if (!group || rank(author) < rank(settings.mentions())) {
            return roles.keySet();
        }
        Set<UserId> all = new HashSet<>(roles.keySet());
        all.add(UserId.EVERYONE);
        return all;
    }

    int size() {
        return roles.size();
    }

    public GroupSettings settings() {
        return settings;
    }

    /** Null if the group has none. */
    public @Nullable UploadId picture() {
        return picture;
    }

    /** The first sequence that those read who come now; null if they read from their coming on. */
    @Nullable
    Long opened() {
        return opened;
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean hasLink(JoinLinkId link) {
        return links.containsKey(link);
    }

    /** How many links there are that nobody has revoked. */
    public int links() {
        return links.size();
    }

    List<OpenLink> linksInOrder() {
        return links.values().stream()
                .sorted(Comparator.comparing(each -> each.link().value()))
                .toList();
    }

    boolean isBanned(UserId person) {
        return banned.contains(person);
    }

    List<UserId> bannedInOrder() {
        return banned.stream().sorted(Comparator.comparing(UserId::value)).toList();
    }

    /** When somebody who is muted may say something again; null if nobody muted them. */
    public @Nullable Instant mutedUntil(UserId person) {
        return muted.get(person);
    }

    List<MutedMember> mutedInOrder() {
        return muted.entrySet().stream()
                .map(each -> new MutedMember(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(each -> each.member().value()))
                .toList();
    }

    /**
     * Who leaves and comes back is still muted; an owner is not.
     *
     * @throws Refused {@link Reason#MUTED}
     */
    public void requireNotMuted(UserId person, Instant now) {
        Instant until = muted.get(person);
        if (until != null && now.isBefore(until) && roles.get(person) != MemberRole.OWNER) {
            throw new Refused(Reason.MUTED);
        }
    }

    /** @throws Refused {@link Reason#LINK_GONE} if nobody joins by it any more, or this person does not */
    void requireUsable(JoinLinkId link, UserId joining, Instant now) {
        OpenLink open = links.get(link);
        if (open == null || open.isOver(now) || roles.isEmpty() || isBanned(joining)) {
            throw new Refused(Reason.LINK_GONE);
        }
    }

    /** Whether whoever comes by this link has to be let in. */
    boolean asksFirst(JoinLinkId link) {
        OpenLink open = links.get(link);
        return settings.asksFirst() || (open != null && open.approval());
    }

    /** @throws Refused {@link Reason#REQUEST_GONE} if who invited somebody does not add people any more, or not this person */
    void requireInvitedBy(UserId inviting, UserId invited) {
        MemberRole least =
                isBanned(invited) && rank(settings.add()) < rank(MemberRole.ADMIN) ? MemberRole.ADMIN : settings.add();
        if (rank(inviting) < rank(least)) {
            throw new Refused(Reason.REQUEST_GONE);
        }
    }

    List<GroupMember> inOrder() {
        return roles.entrySet().stream()
                .map(each -> new GroupMember(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(each -> each.member().value()))
                .toList();
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN} to a stranger, {@link Reason#NOT_A_GROUP} */
    void requireGroupOf(UserId asker) {
        if (!isIn(asker)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (!group) {
            throw new Refused(Reason.NOT_A_GROUP);
        }
    }

    /** @throws Refused {@link Reason#GROUP_CLOSED} */
    void requireOpen() {
        if (closed) {
            throw new Refused(Reason.GROUP_CLOSED);
        }
    }

    /** @throws Refused {@link Reason#NOT_PERMITTED} to a member whose role is lower */
    public void requireRole(UserId asker, MemberRole least) {
        if (rank(asker) < rank(least)) {
            throw new Refused(Reason.NOT_PERMITTED);
        }
    }

    /** @throws Refused {@link Reason#NOT_PERMITTED} to a member whose role is lower than the setting asks for */
    public void requireRight(UserId asker, Function<GroupSettings, MemberRole> right) {
        requireRole(asker, right.apply(settings));
    }

    /**
     * Nobody acts on someone of the same or a higher role; owners act on each other.
     *
     * @throws Refused {@link Reason#NOT_PERMITTED}
     */
    public void requireAbove(UserId asker, UserId other) {
        if (roles.get(asker) != MemberRole.OWNER && rank(asker) <= rank(other)) {
            throw new Refused(Reason.NOT_PERMITTED);
        }
    }

    /** Whether someone leads a group and another, who may be gone, does not stand as high in it. */
    boolean moderates(UserId asker, UserId other) {
        return group
                && rank(asker) >= rank(MemberRole.ADMIN)
                && (roles.get(asker) == MemberRole.OWNER || rank(asker) > rank(other));
    }

    /** @throws Refused {@link Reason#LAST_OWNER} if someone who stops being an owner leaves others behind without one */
    public void requireAnotherOwnerThan(UserId leaving) {
        boolean wasLast = roles.get(leaving) == MemberRole.OWNER
                && roles.size() > 1
                && roles.entrySet().stream()
                        .noneMatch(each -> each.getValue() == MemberRole.OWNER
                                && !each.getKey().equals(leaving));
        if (wasLast && !closed) {
            throw new Refused(Reason.LAST_OWNER);
        }
    }

    private int rank(UserId person) {
        MemberRole role = roles.get(person);
        return role == null ? -1 : rank(role);
    }

    private static int rank(MemberRole role) {
        return switch (role) {
            case OWNER -> 2;
            case ADMIN -> 1;
            case MEMBER -> 0;
        };
    }
}
