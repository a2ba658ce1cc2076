package chat.parley.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.gateway.outbound.Outbound.Limits;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundTest {

    private static final Limits LIMITS = new Limits(8, 1_000);

    private static final FrameMemory AMPLE = new FrameMemory(100_000_000);

    private final Client client = new Client();
    private final Outbound outbound = new Outbound(client, LIMITS, new Uncounted(), AMPLE);

    @Test
    void framesAreWrittenInOrder() {
        client.reads.release(100);
        List<String> frames = IntStream.range(0, 5).mapToObj(Integer::toString).toList();
        frames.forEach(outbound::offer);
        await().untilAsserted(() -> assertThat(client.read).isEqualTo(frames));
    }

    @Test
    void whatWaitsWhileAFrameIsWrittenIsWrittenTogether() {
        outbound.offer("alone");
        await().until(client.reads::hasQueuedThreads);
        List.of("one", "two", "three").forEach(outbound::offer);
        client.reads.release(100);
        await().untilAsserted(() ->
                assertThat(client.writes).containsExactly(List.of("alone"), List.of("one", "two", "three")));
    }

    @Test
    void aClientThatDoesNotReadIsClosedOnceTooManyFramesWait() {
        outbound.offer("first");
        await().until(client.reads::hasQueuedThreads);
        IntStream.range(0, 20).forEach(i -> outbound.offer("frame " + i));
        assertThat(outbound.isOpen()).isFalse();
        client.reads.release(100);
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(CloseCode.TOO_SLOW));
        assertThat(client.read).containsExactly("first");
    }

    @Test
    void aClientThatDoesNotReadIsClosedOnceTooManyCharactersWait() {
        outbound.offer("x".repeat(600));
        await().until(client.reads::hasQueuedThreads);
        outbound.offer("x".repeat(600));
        outbound.offer("x".repeat(600));
        assertThat(outbound.isOpen()).isFalse();
    }

    @Test
    void aReplayWaitsForRoomAndLeavesSomeToWhatHappensMeanwhile() throws InterruptedException {
        Thread replay = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 50 && outbound.awaitRoom(); i++) {
                    outbound.offer("replayed " + i);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> replay.getState() == Thread.State.WAITING && client.reads.hasQueuedThreads());
        outbound.offer("live");
        assertThat(outbound.isOpen()).isTrue();
        client.reads.release(100);
        replay.join();
        await().untilAsserted(() -> assertThat(client.read).hasSize(51).contains("live"));
    }

    @Test
    void closingDropsWhatWaits() {
        outbound.offer("first");
        await().until(client.reads::hasQueuedThreads);
        outbound.offer("second");
        outbound.close(CloseCode.SESSION_ENDED);
        client.reads.release(100);
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(CloseCode.SESSION_ENDED));
        assertThat(client.read).containsExactly("first");
    }

    @Test
    void theFirstReasonToCloseIsTheOneTold() {
        outbound.close(CloseCode.SILENT);
        outbound.close(CloseCode.GOING_AWAY);
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(CloseCode.SILENT));
    }

    @Test
    void aReplayEndsWhenTheConnectionIsGone() throws InterruptedException {
        outbound.gone();
        assertThat(outbound.awaitRoom()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverASendFailsWithEndsTheSocket(Throwable failure, CloseCode code) {
        client.failure = failure;
        client.reads.release(100);
        outbound.offer("first");
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(code));
        assertThat(outbound.isOpen()).isFalse();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new IOException("not taken in time"), CloseCode.TOO_SLOW),
                arguments(new IllegalArgumentException("no text"), CloseCode.INTERNAL),
                arguments(new StackOverflowError(), CloseCode.INTERNAL));
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_ENDED", "SILENT"})
    void aSocketThatIsClosedWhileASendFailsIsToldWhy(CloseCode code) {
        client.failure = new IllegalStateException("nothing more can be written");
        outbound.offer("first");
        await().until(client.reads::hasQueuedThreads);
        outbound.close(code);
        client.reads.release(100);
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(code));
    }

    @Test
    void aMeterThatFailsKeepsNoSocketOpen() {
        Uncounted failing = new Uncounted() {
            @Override
            public void closed(CloseCode code) {
                throw new IllegalStateException("not counted");
            }
        };
        Outbound counted = new Outbound(client, LIMITS, failing, AMPLE);
        counted.close(CloseCode.SILENT);
        await().untilAsserted(() -> assertThat(client.closed).isEqualTo(CloseCode.SILENT));
    }

    /** Reads a frame for each permit, and then fails if it is to. */
    private static final class Client implements Transport {

        final Semaphore reads = new Semaphore(0);
        final List<List<String>> writes = new CopyOnWriteArrayList<>();
        final List<String> read = new CopyOnWriteArrayList<>();
        volatile @Nullable Throwable failure;
        volatile @Nullable CloseCode closed;

        @Override
        public void send(List<String> frames) throws IOException {
            writes.add(frames);
            for (String frame : frames) {
                reads.acquireUninterruptibly();
                fail();
                read.add(frame);
            }
        }

        private void fail() throws IOException {
            switch (failure) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
        }

        @Override
        public void close(CloseCode code) {
            closed = code;
        }
    }
}
