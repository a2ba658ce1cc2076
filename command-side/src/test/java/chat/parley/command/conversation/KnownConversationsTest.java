package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Metadata;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.VisibleSequences;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownConversationsTest {

    private static final UserId ALICE = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final ConversationId DIRECT = DirectConversation.ofBits(1, 2);
    private static final ConversationId GROUP = new ConversationId(UUID.randomUUID());

    private final Set<UserId> present = new HashSet<>();
    private final List<Long> numbers = new ArrayList<>();
    private int asked;
    private final KnownConversations known = new KnownConversations(
            answering(Memberships.class, (_, arguments) -> {
                boolean member = present.contains((UserId) arguments[1]);
                return member
                        ? new VisibleSequences(List.of(new VisibleSequences.Interval(0, Long.MAX_VALUE)))
                        : VisibleSequences.NONE;
            }),
            answering(EventLog.class, (_, arguments) -> page((Long) arguments[1])));

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private <T> T answering(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    asked++;
                    return answer.to(method.getName(), arguments);
                }));
    }

    /** The log holds messages with these numbers, each deleted by the event behind it. */
    private List<StoredEvent> page(long before) {
        List<StoredEvent> stored = new ArrayList<>();
        for (long number : numbers.reversed()) {
            stored.add(stored(
                    2 * number,
                    new MessageDeleted(DIRECT, number, 2 * number - 1, new MessageId(new UUID(0, number)), ALICE)));
            stored.add(stored(
                    2 * number - 1, new MessageSent(DIRECT, number, ALICE, new MessageId(new UUID(0, number)), null)));
        }
        return stored.stream().filter(event -> event.sequence() < before).toList();
    }

    private static StoredEvent stored(long sequence, ParleyEvent event) {
        Envelope envelope = new Envelope(
                new EventId(new UUID(1, sequence)),
                new LogId(new UUID(0, 0)),
                StreamId.conversation(DIRECT),
                Instant.EPOCH,
                sequence,
                sequence,
                event);
        return new StoredEvent(
                envelope, null, new Metadata(ALICE, new SessionId(new UUID(0, 3)), new UUID(0, 4), null));
    }

    @Test
    void aMemberOfADirectConversationStaysOneAndIsRemembered() {
        present.add(ALICE);
        assertThat(known.isMember(DIRECT, ALICE)).isTrue();
        assertThat(known.isMember(DIRECT, ALICE)).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whoeverIsNotAMemberMayBecomeOne() {
        assertThat(known.isMember(DIRECT, BOB)).isFalse();
        present.add(BOB);
        assertThat(known.isMember(DIRECT, BOB)).isTrue();
    }

    @Test
    void aMemberOfAGroupMayLeaveIt() {
        present.add(ALICE);
        assertThat(known.isMember(GROUP, ALICE)).isTrue();
        present.remove(ALICE);
        assertThat(known.isMember(GROUP, ALICE)).isFalse();
    }

    @Test
    void whoHasBeenInAGroupIsRememberedAndWhoHasNotIsAskedAboutEachTime() {
        present.add(ALICE);
        assertThat(known.hasBeenMember(GROUP, ALICE)).isTrue();
        present.remove(ALICE);
        assertThat(known.hasBeenMember(GROUP, ALICE)).isTrue();
        assertThat(asked).isEqualTo(1);
        assertThat(known.hasBeenMember(GROUP, BOB)).isFalse();
        assertThat(known.hasBeenMember(GROUP, BOB)).isFalse();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void theLastNumberIsReadWhereAHigherOneIsAskedForThanIsKnown() {
        numbers.addAll(List.of(1L, 2L, 3L));
        assertThat(known.lastNumber(DIRECT, 2)).isEqualTo(3);
        assertThat(known.lastNumber(DIRECT, 3)).isEqualTo(3);
        assertThat(asked).isEqualTo(1);
        numbers.add(4L);
        assertThat(known.lastNumber(DIRECT, 4)).isEqualTo(4);
        assertThat(known.lastNumber(DIRECT, 9)).isEqualTo(4);
    }

    @Test
    void whatWasJustRecordedIsNotReadAgain() {
        known.numbered(DIRECT, 7);
        known.numbered(DIRECT, 5);
        assertThat(known.lastNumber(DIRECT, 7)).isEqualTo(7);
        assertThat(asked).isZero();
    }

    @Test
    void aConversationWithoutMessagesHasNoNumber() {
        assertThat(known.lastNumber(DIRECT, 1)).isZero();
    }
}
