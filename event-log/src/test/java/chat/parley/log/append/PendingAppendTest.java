package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.PendingAppend;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Units that build on units which are still being appended. */
class PendingAppendTest {

    private final Examples two = Examples.ofTwo();
    private final StreamId stream = StreamId.conversation(two.conversation());

    private void withStarted(Consumer<EventLog> story) {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            log.append(List.of(two.started()));
            story.accept(log);
        });
    }

    @Test
    void unitsThatFollowEachOtherNeedNotWaitForEachOther() {
        withStarted(log -> {
            List<PendingAppend> begun = begunFrom(log, 1, 300, null);
            assertThat(begun)
                    .flatExtracting(PendingAppend::await)
                    .isEqualTo(log.readStream(stream, 1, 1_000))
                    .extracting(StoredEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 300).boxed().toList());
        });
    }

    @Test
    void whoBuildsOnWhatFailsFailsEvenWhereItsSequenceFits() {
        withStarted(log -> {
            log.append(List.of(two.sent(1, "by another node")));
            List<PendingAppend> begun = begunFrom(log, 1, 50, null);
            assertThat(begun).allSatisfy(PendingAppendTest::assertConflict);
            begunFrom(log, 2, 1, begun.getFirst()).forEach(PendingAppendTest::assertConflict);
            assertThat(log.readStream(stream, 1, 100)).hasSize(1);
            assertThat(begunFrom(log, 2, 1, null).getFirst().await()).hasSize(1);
        });
    }

    @Test
    void whoBuildsOnARepetitionFailsAndTheRepetitionIsRecognized() {
        withStarted(log -> {
            MessageId message = new MessageId(UUID.randomUUID());
            PendingAppend first = log.begin(List.of(two.sent(1, "once", message)), null);
            PendingAppend again = log.begin(List.of(two.sent(2, "once", message)), first);
            PendingAppend next = log.begin(List.of(two.sent(3, "next")), again);
            assertThat(first.await()).hasSize(1);
            assertThatThrownBy(again::await).isInstanceOf(AlreadyRecorded.class);
            assertConflict(next);
        });
    }

    @Test
    void whatNeedsATransactionWaitsForWhatItBuildsOn() {
        withStarted(log -> {
            Examples others = Examples.ofTwo();
            PendingAppend before = log.begin(List.of(others.sent(1, "too early")), null);
            assertThatThrownBy(() -> log.begin(List.of(others.started()), before))
                    .isInstanceOf(SequenceConflict.class);
        });
    }

    private List<PendingAppend> begunFrom(EventLog log, long sequence, int count, @Nullable PendingAppend after) {
        List<PendingAppend> begun = new ArrayList<>();
        PendingAppend last = after;
        for (int i = 0; i < count; i++) {
            last = log.begin(List.of(two.sent(sequence + i, "text")), last);
            begun.add(last);
        }
        return begun;
    }

    private static void assertConflict(PendingAppend appending) {
        assertThatThrownBy(appending::await).isInstanceOf(SequenceConflict.class);
    }
}
