package chat.parley.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all sockets of a node together may have waiting. */
class FrameMemoryTest {

    private static final long LIMIT = 2_000_000;
    private static final int SOCKETS = 200;

    private final CountDownLatch readOn = new CountDownLatch(1);
    private final FrameMemory memory = new FrameMemory(LIMIT);

    @AfterEach
    void end() {
        readOn.countDown();
    }

    @Test
    void manySlowReadersStayWithinTheLimitAndOneThatReadsIsToldEverything() {
        List<Slow> slow = Stream.generate(Slow::new).limit(SOCKETS).toList();
        Fast fast = new Fast();
        String frame = "x".repeat(1_000);
        for (int round = 1; round <= 20; round++) {
            for (Slow each : slow) {
                each.outbound.offer(frame);
                assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
            }
            fast.outbound.offer(frame);
            int told = round;
            await().until(() -> fast.read.size() == told);
        }
        assertThat(fast.outbound.isOpen()).isTrue();
        assertThat(slow).anyMatch(each -> !each.outbound.isOpen()).anyMatch(each -> each.outbound.isOpen());
    }

    @Test
    void thoseWithTheMostWaitingAreClosedFirst() {
        Slow little = new Slow();
        Slow much = new Slow();
        little.outbound.offer("x");
        for (int i = 0; i < 8; i++) {
            much.outbound.offer("x".repeat(100_000));
        }
        await().until(() -> !much.outbound.isOpen());
        readOn.countDown();
        await().until(() -> memory.used() == 0);
        assertThat(much.closed).hasValue(CloseCode.TOO_SLOW);
        assertThat(little.outbound.isOpen()).isTrue();
    }

    @Test
    void aReplayGoesOnWhereMemoryIsScarceFrameByFrame() throws InterruptedException {
        FrameMemory.Share elsewhere = memory.share(() -> {});
        assertThat(elsewhere.take((int) (LIMIT * 0.8 / 2))).isTrue();
        Fast replayed = new Fast();
        for (int i = 0; i < 20; i++) {
            assertThat(replayed.outbound.awaitRoom()).isTrue();
            replayed.outbound.offer("x".repeat(10_000));
            assertThat(memory.used()).isLessThan((long) (LIMIT * 0.85));
        }
        await().until(() -> replayed.read.size() == 20);
    }

    /** Takes nothing. */
    private final class Slow implements Transport {

        final AtomicReference<@Nullable CloseCode> closed = new AtomicReference<>();
        final Outbound outbound = new Outbound(this, Outbound.Limits.DEFAULT, new Uncounted(), memory);

        @Override
        public void send(List<String> frames) {
            try {
                readOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close(CloseCode code) {
            closed.set(code);
        }
    }

    private final class Fast implements Transport {

        final List<String> read = new CopyOnWriteArrayList<>();
        final Outbound outbound = new Outbound(this, Outbound.Limits.DEFAULT, new Uncounted(), memory);

        @Override
        public void send(List<String> frames) {
            read.addAll(frames);
        }

        @Override
        public void close(CloseCode code) {
            // not of interest here
        }
    }
}
