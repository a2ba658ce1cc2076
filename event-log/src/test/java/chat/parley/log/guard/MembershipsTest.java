package chat.parley.log.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.AccountErased;
import chat.parley.events.ConversationId;
import chat.parley.events.EventId;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private final UserId alice = someone();
    private final UserId bob = someone();
    private final UserId carol = someone();
    private final ConversationId group = new ConversationId(UUID.randomUUID());

    private static UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    private interface Check {
        void with(EventLog log, Memberships memberships, StreamQueries ends);
    }

    private static void withLog(Check check) {
        LogContext.runner()
                .run(context -> check.with(
                        context.getBean(EventLog.class),
                        context.getBean(Memberships.class),
                        context.getBean(StreamQueries.class)));
    }

    private long record(EventLog log, long sequence, ParleyEvent event) {
        Metadata metadata = new Metadata(alice, null, UUID.randomUUID(), null);
        return log.append(List.of(new NewEvent(new EventId(UUID.randomUUID()), sequence, event, null, metadata)))
                .getFirst()
                .position();
    }

    @Test
    void whoWasErasedDoesNothingInAGroupAndComesToNone() {
        withLog((log, memberships, _) -> {
            create(log);
            record(log, 0, new AccountErased(bob));
            assertRefused(
                    () -> record(log, 1, new MemberAdded(group, carol, MemberRole.MEMBER, bob, 0)),
                    Reason.SESSION_ENDED);
            assertRefused(() -> record(log, 1, new MemberRemoved(group, alice, bob)), Reason.SESSION_ENDED);
            record(log, 0, new AccountErased(carol));
            assertRefused(
                    () -> record(log, 1, new MemberAdded(group, carol, MemberRole.MEMBER, alice, 0)),
                    Reason.USER_UNKNOWN);
            record(log, 1, new MemberRemoved(group, bob, alice));
            assertThat(memberships.of(group, alice).present()).containsExactly(alice);
        });
    }

    private static void assertRefused(ThrowingCallable attempt, Reason reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void create(EventLog log) {
        record(
                log,
                0,
                new GroupCreated(
                        group,
                        List.of(new GroupMember(alice, MemberRole.OWNER), new GroupMember(bob, MemberRole.MEMBER)),
                        alice,
                        new GroupDetails("Tea party")));
    }

    private MessageSent message(long number) {
        return new MessageSent(
                group, number, alice, new MessageId(UUID.randomUUID()), new MessageContent("text " + number));
    }

    @Test
    void aGroupsGuardRowsSayWhoCameAndWentAndWhatTheyMayDo() {
        withLog((log, memberships, ends) -> {
            create(log);
            record(log, 1, new MemberAdded(group, carol, MemberRole.ADMIN, alice, 0));
            record(log, 2, new MemberRemoved(group, bob, alice));
            record(log, 3, new MemberLeft(group, carol));
            record(log, 4, new MemberAdded(group, carol, MemberRole.MEMBER, alice, 0));

            MembershipHistory stays = memberships.of(List.of(group)).getOrDefault(group, MembershipHistory.NONE);
            assertThat(stays.all())
                    .containsExactlyInAnyOrder(
                            new MembershipPeriod(alice, 0, null, 0, MemberRole.OWNER),
                            new MembershipPeriod(bob, 0, 2L, 0, MemberRole.MEMBER),
                            new MembershipPeriod(carol, 1, 3L, 1, MemberRole.ADMIN),
                            new MembershipPeriod(carol, 4, null, 4, MemberRole.MEMBER));
            assertThat(memberships.of(group, carol).visibleTo(carol).ranges())
                    .containsExactly(new SequenceRange(1, 3), new SequenceRange(4, Long.MAX_VALUE));
            assertThat(memberships.of(group, someone())).isEqualTo(MembershipHistory.NONE);
            assertThat(memberships.sizeOf(group)).isEqualTo(2);
            assertThat(memberships.presentIn(List.of(group), 2)).isEqualTo(Map.of(group, Set.of(alice, carol)));
            assertThat(memberships.presentIn(List.of(group), 1)).isEmpty();
            assertThat(memberships.peersOf(alice, 10)).containsExactly(carol);
            assertThat(memberships.peersOf(bob, 10)).isEmpty();
            assertThat(memberships.share(alice, carol)).isTrue();
            assertThat(memberships.share(carol, alice)).isTrue();
            assertThat(memberships.share(alice, bob)).as("who left").isFalse();
        });
    }

    @Test
    void whatSomeoneLeftIsTheirsOnlyForWhoHasNotHeardOfItYet() {
        withLog((log, memberships, ends) -> {
            create(log);
            long removed = record(log, 1, new MemberRemoved(group, bob, alice));
            record(log, 2, message(1));

            assertThat(memberships.ofMember(alice)).containsOnlyKeys(group);
            assertThat(memberships.ofMember(bob)).isEmpty();
            assertThat(memberships.ofMember(bob, removed)).isEmpty();
            assertThat(memberships
                            .ofMember(bob, removed - 1)
                            .getOrDefault(group, MembershipHistory.NONE)
                            .missedBy(bob, 0)
                            .ranges())
                    .containsExactly(new SequenceRange(0, 1));
        });
    }

    @Test
    void manyConversationsAreAskedForAtOnce() {
        withLog((log, memberships, ends) -> {
            create(log);
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            ConversationId none = new ConversationId(UUID.randomUUID());
            assertThat(memberships.of(List.of(group, two.conversation(), none)))
                    .containsOnlyKeys(group, two.conversation())
                    .hasEntrySatisfying(
                            two.conversation(),
                            stays -> assertThat(stays.present()).containsExactlyInAnyOrder(two.alice(), two.bob()));
        });
    }

    @Test
    void whatIsRecordedMeanwhileIsNotTakenForTheBeginningOfWhatIsMissing() {
        withLog((log, memberships, ends) -> {
            create(log);
            StreamId stream = StreamId.conversation(group);
            long held = record(log, 1, message(1));
            record(log, 2, message(2));
            record(log, 3, message(3));
            Map<StreamId, StreamQueries.Place> asked = Map.of(stream, new StreamQueries.Place(3, held));
            assertThat(ends.firstAfter(asked, 2)).isEqualTo(Map.of(stream, 2L));
            record(log, 4, message(4));
            record(log, 5, message(5));
            assertThat(ends.firstAfter(asked, 2)).isEqualTo(Map.of(stream, 2L));
        });
    }

    @Test
    void theLastNumberIsFoundBehindEventsThatTookNone() {
        withLog((log, memberships, ends) -> {
            create(log);
            StreamId stream = StreamId.conversation(group);
            assertThat(ends.lastNumberedOf(List.of(stream))).isEmpty();
            long numbered = record(log, 1, message(1));
            long added = record(log, 2, new MemberAdded(group, carol, MemberRole.MEMBER, alice, 1));

            assertThat(ends.lastNumberedOf(List.of(stream)))
                    .isEqualTo(
                            Map.of(stream, new StreamQueries.NumberedPlace(1, new StreamQueries.Place(1, numbered))));
            assertThat(ends.newestOf(List.of(stream, StreamId.account(alice))))
                    .isEqualTo(Map.of(stream, new StreamQueries.Place(2, added)));
            assertThat(ends.at(Map.of(stream, 0L)).values())
                    .singleElement()
                    .satisfies(event -> assertThat(((GroupCreated) event.event()).content())
                            .isEqualTo(new GroupDetails("Tea party")));
        });
    }
}
