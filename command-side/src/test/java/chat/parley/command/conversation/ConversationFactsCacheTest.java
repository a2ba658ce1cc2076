package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationFactsCacheTest {

    private static final UserId ALICE = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final ConversationId DIRECT = DirectConversation.ofBits(1, 2);
    private static final ConversationId GROUP = new ConversationId(UUID.randomUUID());

    private final Set<UserId> present = new HashSet<>();
    private long lastNumber;
    private int size = 2;
    private int asked;
    private final ConversationFactsCache known = new ConversationFactsCache(
            answering(Memberships.class, (method, arguments) -> {
                if (method.equals("sizeOf")) {
                    return size;
                }
                UserId user = (UserId) arguments[1];
                return present.contains(user)
                        ? MembershipHistory.of(List.of(new MembershipPeriod(user, 0, null, 0, MemberRole.MEMBER)))
                        : MembershipHistory.NONE;
            }),
            answering(StreamQueries.class, (_, arguments) -> lastNumbered((Collection<?>) arguments[0])));

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

    private Map<Object, StreamQueries.NumberedPlace> lastNumbered(Collection<?> streams) {
        return lastNumber == 0
                ? Map.of()
                : Map.of(
                        streams.iterator().next(),
                        new StreamQueries.NumberedPlace(
                                lastNumber, new StreamQueries.Place(3 * lastNumber, 5 * lastNumber)));
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
        lastNumber = 3;
        assertThat(known.lastNumber(DIRECT, 2)).isEqualTo(3);
        assertThat(known.lastNumber(DIRECT, 3)).isEqualTo(3);
        assertThat(asked).isEqualTo(1);
        lastNumber = 4;
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

    @Test
    void aGroupOfMoreThanFiftyIsLargeAndADirectConversationNever() {
        size = 50;
        assertThat(known.isLarge(new ConversationId(new UUID(8, 1)))).isFalse();
        size = 51;
        assertThat(known.isLarge(new ConversationId(new UUID(8, 2)))).isTrue();
        assertThat(known.isLarge(DIRECT)).isFalse();
    }
}
