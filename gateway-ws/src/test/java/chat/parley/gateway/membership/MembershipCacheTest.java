package chat.parley.gateway.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.Caller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.Facets;
import chat.parley.events.Joined;
import chat.parley.events.LogId;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.refusals.Refused;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One node's knowledge beside a log and a guard table that go on without it. */
class MembershipCacheTest {

    private static final UserId ALICE = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final UserId CAROL = new UserId(new UUID(0, 3));
    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));

    private long now;
    private final List<Envelope> log = new ArrayList<>();
    private final Map<ConversationId, MembershipHistory> guard = new HashMap<>();
    private final List<List<?>> questions = new ArrayList<>();
    private final MembershipCache members = members();

    private MembershipCache members() {
        Object feed = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConversationFeed.class}, (_, _, arguments) -> {
                    List<?> asked = (List<?>) arguments[1];
                    questions.add(asked);
                    Map<ConversationId, MembershipHistory> answer = new HashMap<>(guard);
                    answer.keySet().retainAll(asked);
                    return answer;
                });
        return new MembershipCache((ConversationFeed) feed, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** In the log and the guard table at once, on its way to the node. */
    private Envelope record(ParleyEvent event) {
        long sequence = log.stream()
                .filter(before -> before.stream().equals(event.stream()))
                .count();
        Envelope envelope = new Envelope(
                new EventId(UUID.randomUUID()),
                new LogId(new UUID(0, 0)),
                event.stream(),
                Instant.EPOCH,
                log.size() + 1L,
                sequence,
                event);
        log.add(envelope);
        if (envelope.facets().changesMembership()) {
            guard.merge(
                    ConversationId.of(event.stream().partitionKey()),
                    MembershipHistory.told(envelope.facets(), sequence),
                    MembershipHistory::and);
        }
        return envelope;
    }

    private Envelope added(UserId member) {
        return record(new MemberAdded(GROUP, member, MemberRole.MEMBER, ALICE, 0));
    }

    private Envelope left(UserId member) {
        return record(new MemberLeft(GROUP, member));
    }

    private Envelope said(ConversationId conversation) {
        return record(new MessageSent(conversation, 1, ALICE, new MessageId(UUID.randomUUID()), null));
    }

    private Set<UserId> audience(Envelope event) {
        return known(List.of(event), event).audienceAt(event.sequence());
    }

    private MembershipHistory known(Collection<Envelope> batch, Envelope event) {
        return members.concerning(batch)
                .getOrDefault(ConversationId.of(event.stream().partitionKey()), MembershipHistory.NONE);
    }

    private static Caller caller(UserId user) {
        return new Caller(user, new SessionId(new UUID(0, 9)));
    }

    @Test
    void whatWasSaidBeforeSomeoneCameIsNotForThemAlsoWhereNothingIsKnownYet() {
        added(ALICE);
        Envelope queued = said(GROUP);
        added(BOB);
        assertThat(audience(queued)).containsExactly(ALICE);
    }

    @Test
    void whoWasRemovedBeforeTheNodeHeardOfAnythingIsToldUpToThat() {
        added(ALICE);
        added(BOB);
        Envelope before = said(GROUP);
        Envelope removal = left(BOB);
        Envelope after = said(GROUP);
        assertThat(audience(before)).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(audience(removal)).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(audience(after)).containsExactly(ALICE);
    }

    @Test
    void whatIsLearnedFromEventsIsNotAskedFor() {
        for (Envelope event : List.of(added(ALICE), added(BOB), said(GROUP), left(BOB), said(GROUP))) {
            audience(event);
        }
        assertThat(questions).isEmpty();
    }

    @Test
    void afterAnotherNodeHadTheQueueWhatPassedByIsAskedFor() {
        audience(added(ALICE));
        audience(added(BOB));
        left(BOB);
        assertThat(audience(said(GROUP))).containsExactly(ALICE);
        assertThat(questions).hasSize(1);
    }

    @Test
    void anAnswerThatWasGivenBeforeARemovalDoesNotUndoIt() {
        audience(added(ALICE));
        audience(added(BOB));
        Map<ConversationId, MembershipHistory> old = Map.copyOf(guard);
        audience(left(BOB));
        guard.clear();
        guard.putAll(old);
        pass(Duration.ofSeconds(5));
        assertThat(members.of(GROUP)).containsExactly(ALICE);
    }

    @Test
    void aBatchOfManyConversationsAsksOnce() {
        List<Envelope> batch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ConversationId conversation = new ConversationId(new UUID(0x5000, 100 + i));
            record(new MemberAdded(conversation, ALICE, MemberRole.OWNER, ALICE, 0));
            batch.add(said(conversation));
        }
        assertThat(members.concerning(batch))
                .hasSize(100)
                .allSatisfy((_, stays) -> assertThat(stays.present()).containsExactly(ALICE));
        assertThat(questions)
                .singleElement()
                .satisfies(asked -> assertThat(asked).hasSize(100));
    }

    @Test
    void anEventOfATypeNobodyHereKnowsLetsPeopleInAndOut() {
        audience(added(ALICE));
        audience(added(BOB));
        Envelope unknown = record(new UnknownEvent(
                StreamId.conversation(GROUP),
                new EventName("parley.conversation.members-merged", 1),
                "{}",
                new Facets(
                        Facets.Audience.MEMBERS,
                        List.of(),
                        null,
                        List.of(new Joined(CAROL, MemberRole.MEMBER, null)),
                        List.of(BOB),
                        List.of(),
                        false)));
        assertThat(audience(unknown)).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
        assertThat(audience(said(GROUP))).containsExactlyInAnyOrder(ALICE, CAROL);
        assertThat(questions).isEmpty();
    }

    @Test
    void whatIsAskedAtOnceIsAtMostASecondOld() {
        added(ALICE);
        added(BOB);
        assertThat(members.ofOwn(caller(BOB), GROUP)).containsExactlyInAnyOrder(ALICE, BOB);
        left(BOB);
        pass(Duration.ofSeconds(1));
        assertThat(members.of(GROUP)).as("known for a second").contains(BOB);
        pass(Duration.ofNanos(1));
        assertThatThrownBy(() -> members.ofOwn(caller(BOB), GROUP)).isInstanceOf(Refused.class);
        assertThat(questions).hasSize(2);
    }

    @Test
    void aStrangerCausesTheSameQuestionWhetherTheConversationIsKnownHereOrDoesNotExist() {
        audience(added(ALICE));
        audience(added(BOB));
        members.of(GROUP);
        ConversationId none = new ConversationId(new UUID(0x5000, 2));
        for (ConversationId conversation : List.of(GROUP, none, GROUP, none)) {
            questions.clear();
            assertThatThrownBy(() -> members.ofOwn(caller(CAROL), conversation)).isInstanceOf(Refused.class);
            assertThat(questions).containsExactly(List.of(conversation));
        }
        questions.clear();
        assertThat(members.ofOwn(caller(BOB), GROUP)).contains(ALICE);
        assertThat(questions).as("a member is not asked about").isEmpty();
    }

    @Test
    void aReceiptIsToldToThoseWhoAreMembersNow() {
        audience(added(ALICE));
        audience(added(BOB));
        Envelope receipt = record(new MessagesRead(GROUP, ALICE, 1, true));
        left(BOB);
        assertThat(known(List.of(receipt), receipt).present()).containsExactly(ALICE);
    }

    @Test
    void afterAnotherNodeHadTheQueueNothingIsTakenForWhatIsTrueNow() {
        added(ALICE);
        added(BOB);
        members.of(GROUP);
        left(BOB);
        members.missedEvents();
        assertThat(members.of(GROUP)).containsExactly(ALICE);
    }

    @Test
    void theMembersOfADirectConversationAreAskedForOnce() {
        ConversationId direct = DirectConversation.ofBits(1, 2);
        record(new DirectConversationStarted(direct, List.of(ALICE, BOB), ALICE));
        assertThat(audience(said(direct))).containsExactlyInAnyOrder(ALICE, BOB);
        said(direct);
        assertThat(audience(said(direct))).containsExactlyInAnyOrder(ALICE, BOB);
        pass(Duration.ofHours(1));
        members.missedEvents();
        assertThat(members.of(direct)).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aConversationThereIsNotHasNoMembers() {
        assertThat(members.of(GROUP)).isEmpty();
        assertThatThrownBy(() -> members.ofOwn(caller(ALICE), GROUP)).isInstanceOf(Refused.class);
    }

    /**
     * People come and go while messages are sent. The node sees some of the events, in their order and some of them again, when later
     * ones are in the log already, and asks for members in between. What it says of an event is what the log alone says.
     */
    @RepeatedTest(100)
    void whateverItSeesAndAsksAndWhenTheAudienceIsThatAtTheEvent() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Envelope> recorded = new ArrayList<>(List.of(added(ALICE)));
        Set<UserId> present = new HashSet<>(Set.of(ALICE));
        int handled = 0;
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> recorded.add(someChange(random, present));
                case 2 -> recorded.add(said(GROUP));
                case 3 -> {
                    pass(Duration.ofMillis(random.nextInt(700)));
                    members.of(GROUP);
                }
                case 4 -> {
                    // another node has the queue for a while
                    handled = Math.min(recorded.size(), handled + random.nextInt(4));
                    members.missedEvents();
                }
                case 5 -> {
                    int from = Math.max(0, handled - random.nextInt(3));
                    int to = Math.min(recorded.size(), handled + random.nextInt(4));
                    if (from < to) {
                        List<Envelope> batch = recorded.subList(from, to);
                        MembershipHistory stays = known(batch, batch.getFirst());
                        batch.forEach(event -> assertThat(stays.audienceAt(event.sequence()))
                                .as("seed %d, sequence %d", seed, event.sequence())
                                .isEqualTo(told(recorded, event)));
                        handled = Math.max(handled, to);
                    }
                }
                default -> throw new AssertionError();
            }
        }
    }

    private Envelope someChange(Random random, Set<UserId> present) {
        UserId someone = List.of(ALICE, BOB, CAROL).get(random.nextInt(3));
        return present.remove(someone) ? left(someone) : cameIn(someone, present);
    }

    private Envelope cameIn(UserId someone, Set<UserId> present) {
        present.add(someone);
        return added(someone);
    }

    /** By going through the log: who was in before the event, and whom it let in. */
    private static Set<UserId> told(List<Envelope> recorded, Envelope event) {
        Set<UserId> present = new HashSet<>();
        for (Envelope before : recorded.subList(0, (int) event.sequence())) {
            before.facets().leaves().forEach(present::remove);
            before.facets().joins().forEach(joined -> present.add(joined.member()));
        }
        event.facets().joins().forEach(joined -> present.add(joined.member()));
        return present;
    }
}
