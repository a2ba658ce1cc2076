package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.command.admission.JoinInvited;
import chat.parley.command.conversation.ChangeGroup;
import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.changerole.ChangeRole;
import chat.parley.command.conversation.changerole.HandOver;
import chat.parley.command.conversation.closegroup.CloseGroup;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.groupsettings.ChangeSettings;
import chat.parley.command.conversation.joinlink.JoinByLink;
import chat.parley.command.conversation.joinlink.MakeLink;
import chat.parley.command.conversation.joinlink.RevokeLink;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.database.Role;
import chat.parley.events.ConversationId;
import chat.parley.events.Facets;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkMade;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.RolesChanged;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.MembershipHistory;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten people do to a group whatever comes to their minds, on two nodes that each hold what they last saw of it. Whatever was refused, what was
 * recorded is a life of a group: rights held, and everyone reads exactly what their stays let them.
 */
class GroupLivesTest {

    private static final int PEOPLE = 10;
    private static final int COMMANDS = 250;

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final ConversationId group = new ConversationId(UUID.randomUUID());
    private final List<JoinLinkId> links = new ArrayList<>();
    private final List<Caller> people = IntStream.range(0, PEOPLE)
            .mapToObj(_ -> new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID())))
            .toList();

    @Test
    void whateverTenPeopleDoEveryoneReadsWhatTheirStaysLetThem() {
        try (HikariDataSource database = database();
                EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            Caller first = people.getFirst();
            one.dispatch()
                    .send(
                            new CreateGroup(
                                    group,
                                    first.user(),
                                    List.of(people.get(1).user(), people.get(2).user()),
                                    new GroupDetails("a life")),
                            first);
            int refused = 0;
            for (int command = 0; command < COMMANDS; command++) {
                refused += happens(random.nextBoolean() ? one : other, command) ? 0 : 1;
            }
            List<StoredEvent> events = one.part(EventLog.class).readStream(StreamId.conversation(group), 0, 1_000);
            assertThat(refused)
                    .as("seed %d: some are refused, and some are not", seed)
                    .isBetween(1, COMMANDS - 1);
            rightsHeld(events);
            readingFollowsStays(events, one.part(Memberships.class));
        }
    }

    /** @return whether it was allowed */
    private boolean happens(EngineNode node, int command) {
        Caller by = anyone();
        try {
            node.dispatch().send(anything(by, command), by);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private Object anything(Caller by, int command) {
        UserId other = anyone().user();
        return switch (random.nextInt(13)) {
            case 0, 1 -> new AddMember(group, by.user(), other);
            case 2 -> new AddMember(group, by.user(), some());
            case 3 -> new RemoveMember(group, by.user(), other, random.nextInt(3) == 0);
            case 4 -> new RemoveMember(group, by.user(), by.user());
            case 5, 6 -> change(new ChangeRole(group, by.user(), other, anyOf(MemberRole.values())));
            case 7 -> change(new ChangeSettings(group, by.user(), settings()));
            case 8 ->
                change(new MakeLink(group, by.user(), newLink(), 1 + random.nextInt(3), null, random.nextBoolean()));
            case 9 -> links.isEmpty() ? say(by) : new JoinByLink(group, anyLink(), by.user(), Instant.now());
            case 10 -> links.isEmpty() ? say(by) : change(new RevokeLink(group, by.user(), anyLink()));
            case 11 ->
                command > COMMANDS - 10
                        ? change(new CloseGroup(group, by.user()))
                        : change(new HandOver(group, by.user(), other));
            case 12 -> random.nextBoolean() ? new JoinInvited(group, by.user(), other) : say(by);
            default -> say(by);
        };
    }

    private SendMessage say(Caller by) {
        return new SendMessage(group, by.user(), new MessageId(UUID.randomUUID()), new MessageContent("hello"));
    }

    private static ChangeGroup change(GroupChange change) {
        return new ChangeGroup(change);
    }

    private GroupSettings settings() {
        return new GroupSettings(
                anyOf(MemberRole.values()),
                MemberRole.MEMBER,
                MemberRole.ADMIN,
                anyOf(GroupHistory.values()),
                random.nextBoolean() ? true : null,
                anyOf(MemberRole.values()));
    }

    private Caller anyone() {
        return people.get(random.nextInt(PEOPLE));
    }

    private List<UserId> some() {
        return people.stream()
                .map(Caller::user)
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
    }

    private JoinLinkId newLink() {
        links.add(new JoinLinkId(UUID.randomUUID()));
        return links.getLast();
    }

    private JoinLinkId anyLink() {
        return links.get(random.nextInt(links.size()));
    }

    private <T> T anyOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Told from the events one after another, without what the product decides by. */
    private void rightsHeld(List<StoredEvent> events) {
        Map<UserId, MemberRole> roles = new HashMap<>();
        Map<JoinLinkId, Integer> left = new HashMap<>();
        Set<UserId> banned = new HashSet<>();
        boolean closed = false;
        for (StoredEvent stored : events) {
            String at = "seed %d, sequence %d, %s".formatted(seed, stored.sequence(), stored.event());
            switch (stored.event()) {
                case GroupCreated created -> created.members().forEach(each -> roles.put(each.member(), each.role()));
                case MemberAdded added -> {
                    assertThat(closed).as(at).isFalse();
                    assertThat(roles).as(at).doesNotContainKey(added.member());
                    assertThat(added.role()).as(at).isEqualTo(MemberRole.MEMBER);
                    JoinLinkId link = added.link();
                    if (link != null) {
                        assertThat(left.merge(link, -1, Integer::sum)).as(at).isNotNegative();
                        assertThat(banned).as(at).doesNotContain(added.member());
                    }
                    banned.remove(added.member());
                    roles.put(added.member(), MemberRole.MEMBER);
                }
                case MembersAdded added -> {
                    assertThat(closed).as(at).isFalse();
                    assertThat(roles).as(at).doesNotContainKeys(added.members().toArray(UserId[]::new));
                    assertThat(roles).as(at).containsKey(added.addedBy());
                    added.members().forEach(banned::remove);
                    added.members().forEach(each -> roles.put(each, MemberRole.MEMBER));
                }
                case MemberLeft gone -> roles.remove(gone.member());
                case MemberRemoved gone -> {
                    assertThat(mayActOn(roles.get(gone.removedBy()), roles.get(gone.member())))
                            .as(at)
                            .isTrue();
                    roles.remove(gone.member());
                    if (Boolean.TRUE.equals(gone.banned())) {
                        banned.add(gone.member());
                    }
                }
                case RolesChanged changed -> {
                    assertThat(closed).as(at).isFalse();
                    changed.members().forEach(each -> {
                        assertThat(rank(each.role())).as(at).isLessThanOrEqualTo(rank(roles.get(changed.changedBy())));
                        if (!each.member().equals(changed.changedBy())) {
                            assertThat(mayActOn(roles.get(changed.changedBy()), roles.get(each.member())))
                                    .as(at)
                                    .isTrue();
                        }
                    });
                    changed.members().forEach(each -> roles.put(each.member(), each.role()));
                }
                case JoinLinkMade made -> left.put(made.link(), made.uses() == null ? COMMANDS : made.uses());
                case MessageSent sent -> {
                    assertThat(closed).as(at).isFalse();
                    assertThat(roles).as(at).containsKey(sent.author());
                }
                case GroupClosed _ -> closed = true;
                default -> {
                    // settings and links, by those who lead
                }
            }
            assertThat(closed || roles.isEmpty() || roles.containsValue(MemberRole.OWNER))
                    .as("%s: somebody owns it", at)
                    .isTrue();
        }
    }

    private static boolean mayActOn(@Nullable MemberRole one, @Nullable MemberRole other) {
        return one == MemberRole.OWNER || (rank(one) > 0 && rank(one) > rank(other));
    }

    private static int rank(@Nullable MemberRole role) {
        return role == null ? -1 : role == MemberRole.OWNER ? 2 : role == MemberRole.ADMIN ? 1 : 0;
    }

    private record Stay(long joined, long visibleFrom, long left) {}

    /** What the guard table says is what the log says again, and what the stays say that were kept by hand. */
    private void readingFollowsStays(List<StoredEvent> events, Memberships memberships) {
        Map<UserId, List<Stay>> stays = stays(events);
        MembershipHistory replayed = events.stream()
                .map(stored -> MembershipHistory.told(Facets.of(stored.event()), stored.sequence()))
                .reduce(MembershipHistory.NONE, MembershipHistory::and);
        MembershipHistory guarded = memberships.of(List.of(group)).getOrDefault(group, MembershipHistory.NONE);
        assertThat(guarded).as("seed %d", seed).isEqualTo(replayed);
        for (Caller person : people) {
            List<Stay> own = stays.getOrDefault(person.user(), List.of());
            boolean present = !own.isEmpty() && own.getLast().left() == Long.MAX_VALUE;
            for (StoredEvent stored : events) {
                long sequence = stored.sequence();
                assertThat(guarded.audienceAt(sequence).contains(person.user()))
                        .as("seed %d: %s is told of %d", seed, person.user(), sequence)
                        .isEqualTo(own.stream().anyMatch(stay -> stay.joined() <= sequence && sequence <= stay.left()));
                assertThat(guarded.visibleTo(person.user()).includes(sequence))
                        .as("seed %d: %s reads %d", seed, person.user(), sequence)
                        .isEqualTo(present
                                && own.stream()
                                        .anyMatch(stay -> stay.visibleFrom() <= sequence && sequence <= stay.left()));
            }
        }
    }

    private static Map<UserId, List<Stay>> stays(List<StoredEvent> events) {
        Map<UserId, List<Stay>> stays = new HashMap<>();
        long opened = -1;
        GroupHistory history = GroupHistory.JOINING;
        for (StoredEvent stored : events) {
            long now = stored.sequence();
            long from = opened >= 0 ? opened : now;
            switch (stored.event()) {
                case GroupCreated created -> created.members().forEach(each -> comes(stays, each.member(), now, now));
                case MemberAdded added -> comes(stays, added.member(), now, from);
                case MembersAdded added -> added.members().forEach(each -> comes(stays, each, now, from));
                case MemberLeft gone -> goes(stays, gone.member(), now);
                case MemberRemoved gone -> goes(stays, gone.member(), now);
                case GroupSettingsChanged changed -> {
                    if (changed.settings().history() != history) {
                        history = changed.settings().history();
                        opened = history == GroupHistory.START ? now : -1;
                    }
                }
                default -> {
                    // nobody comes or goes
                }
            }
        }
        return stays;
    }

    private static void comes(Map<UserId, List<Stay>> stays, UserId person, long joined, long visibleFrom) {
        stays.computeIfAbsent(person, _ -> new ArrayList<>()).add(new Stay(joined, visibleFrom, Long.MAX_VALUE));
    }

    private static void goes(Map<UserId, List<Stay>> stays, UserId person, long left) {
        List<Stay> own = stays.getOrDefault(person, List.of());
        Stay last = own.removeLast();
        own.add(new Stay(last.joined(), last.visibleFrom(), left));
    }

    private static HikariDataSource database() {
        Address.Postgresql address = TestDatabase.shared().as(Role.COMMAND);
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl());
        database.setUsername(address.user());
        database.setPassword(address.password());
        return database;
    }
}
