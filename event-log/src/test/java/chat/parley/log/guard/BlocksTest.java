package chat.parley.log.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.PendingAppend;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private final Examples two = Examples.ofTwo();
    private final Examples others = Examples.ofTwo();

    private interface Story {
        void tell(EventLog log, Blocks blocks);
    }

    private static void withLog(Story story) {
        LogContext.runner().run(context -> story.tell(context.getBean(EventLog.class), context.getBean(Blocks.class)));
    }

    @Test
    void whatTheTwoSayIsRefusedWhereItIsRecordedAndWhatOthersSayIsNot() {
        withLog((log, _) -> {
            log.append(List.of(two.started(), two.sent(1, "before")));
            log.append(List.of(others.started()));
            log.append(List.of(two.blocked(0)));
            refused(() -> log.append(List.of(two.sent(2, "after"))));
            refused(() -> log.append(List.of(two.reacted(2, two.bob(), 1, "\uD83D\uDC4D"))));
            PendingAppend refused = log.begin(List.of(two.sent(2, "after")), null);
            PendingAppend foreign = log.begin(List.of(others.sent(1, "hello")), null);
            refused(refused::await);
            assertThat(foreign.await()).hasSize(1);
            log.append(List.of(two.deleted(2, 1)));

            log.append(List.of(two.unblocked(1)));
            log.append(List.of(two.sent(3, "again")));
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(4);
        });
    }

    @Test
    void noConversationBeginsBetweenThem() {
        withLog((log, _) -> {
            log.append(List.of(two.blocked(0)));
            refused(() -> log.append(List.of(two.started())));
        });
    }

    @Test
    void whoIsApartIsKnownFromBothSidesUntilItEnds() {
        withLog((log, blocks) -> {
            log.append(List.of(two.blocked(0)));
            assertThat(blocks.of(two.bob())).containsExactly(two.alice());
            assertThat(blocks.of(two.alice())).isEmpty();
            assertThat(blocks.blockersIn(two.conversation())).containsExactly(two.bob());
            assertThat(blocks.apart(List.of(two.alice(), two.bob(), others.alice())))
                    .containsEntry(two.alice(), Set.of(two.bob()))
                    .containsEntry(two.bob(), Set.of(two.alice()))
                    .containsEntry(others.alice(), Set.of());
            log.append(List.of(two.unblocked(1)));
            assertThat(blocks.apart(List.of(two.alice()))).containsEntry(two.alice(), Set.of());
        });
    }

    @Test
    void nothingIsLeftOfTheBlocksOfSomeoneWhoWasErased() {
        withLog((log, blocks) -> {
            log.append(List.of(
                    two.registered("alice_" + UUID.randomUUID().toString().substring(0, 8))));
            log.append(List.of(two.blocked(0)));
            log.append(List.of(two.erased(1)));
            assertThat(blocks.of(two.bob())).isEmpty();
        });
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_ACCEPTED));
    }
}
