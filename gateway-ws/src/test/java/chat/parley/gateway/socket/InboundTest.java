package chat.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.gateway.outbound.Transport;
import chat.parley.views.presence.SocketId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {

    private static final String FIRST = "{\"type\":\"ping\",\"id\":\"1\"}";
    private static final String SECOND = "{\"type\":\"ping\",\"id\":\"2\"}";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Line line = new Line();
    private final Talk talk = new Talk();
    private final ClientSocket socket = new ClientSocket(
            new SocketId(UUID.randomUUID()),
            new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID())),
            new Outbound(line, Outbound.Limits.DEFAULT, new SocketMeters(meters), new FrameMemory(1_000_000)));

    @Test
    void framesThatWaitWhenTheSocketIsClosedChangeNothing() throws InterruptedException {
        Inbound inbound = start();
        inbound.put(FIRST);
        await().until(talk.turns::hasQueuedThreads);
        inbound.put(SECOND);
        socket.close(CloseCode.SESSION_ENDED);
        talk.turns.release(2);
        await().untilAsserted(() -> assertThat(line.closed).isEqualTo(CloseCode.SESSION_ENDED));
        inbound.close();
        await().until(() -> talk.closed);
        assertThat(talk.said).containsExactly("1");
    }

    @Test
    void framesThatComeAfterTheSocketWasClosedKeepNobodyWaiting() throws InterruptedException {
        Inbound inbound = start();
        inbound.put(FIRST);
        await().until(talk.turns::hasQueuedThreads);
        socket.close(CloseCode.SILENT);
        for (int i = 0; i < 200; i++) {
            inbound.put(SECOND);
        }
        talk.turns.release(1);
        inbound.close();
        await().until(() -> talk.closed);
        assertThat(talk.said).containsExactly("1");
    }

    @Test
    void aSocketThatCannotBeOpenedIsClosed() {
        talk.failureToOpen = new IllegalStateException("not opened");
        start();
        await().until(() -> talk.closed);
        await().untilAsserted(() -> assertThat(line.closed).isEqualTo(CloseCode.INTERNAL));
    }

    @Test
    void aFrameThatEndsItsThreadEndsTheSocket() throws InterruptedException {
        Inbound inbound = start();
        talk.failure = new StackOverflowError();
        talk.turns.release(1);
        inbound.put(FIRST);
        await().until(() -> talk.closed);
        await().untilAsserted(() -> assertThat(line.closed).isEqualTo(CloseCode.INTERNAL));
    }

    @Test
    void aFrameThatFailsIsAnsweredAndTheNextOneIsHeard() throws InterruptedException {
        Inbound inbound = start();
        talk.failure = new IllegalStateException("not done");
        talk.turns.release(2);
        inbound.put(FIRST);
        await().untilAsserted(() ->
                assertThat(line.told).singleElement().asString().contains("\"ref\":\"1\"", "\"code\":\"internal\""));
        talk.failure = null;
        inbound.put(SECOND);
        await().untilAsserted(() -> assertThat(talk.said).contains("2"));
        assertThat(socket.isOpen()).isTrue();
        inbound.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalArgumentException.class, StackOverflowError.class})
    void aSocketLeavesEvenWhenItCannotBeClosed(Class<? extends Throwable> failure) throws Exception {
        line.failure = failure.getConstructor().newInstance();
        start();
        socket.close(CloseCode.SESSION_ENDED);
        await().until(() -> talk.closed);
    }

    @Test
    void anIdleSocketHasNoThreadAndTheNextFrameIsHandledAllTheSame() throws InterruptedException {
        talk.turns.release(2);
        Inbound inbound = start();
        inbound.put(FIRST);
        await().until(() -> talk.said.size() == 1 && inbound.isIdle());
        inbound.put(SECOND);
        await().until(() -> talk.said.size() == 2);
        inbound.close();
        await().until(() -> talk.closed);
    }

    @Test
    void howeverAnEndCrossesFramesItIsToldOnce() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            Talk each = new Talk();
            each.turns.release(10);
            ClientSocket crossed = new ClientSocket(
                    new SocketId(UUID.randomUUID()),
                    socket.caller(),
                    new Outbound(line, Outbound.Limits.DEFAULT, new SocketMeters(meters), new FrameMemory(1_000_000)));
            Inbound inbound = Inbound.start(crossed, each, meters.counter("in"));
            Thread ending = Thread.ofVirtual().start(inbound::close);
            inbound.put(FIRST);
            ending.join();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> each.closed);
            assertThat(each.closes).hasValue(1);
        }
    }

    private Inbound start() {
        return Inbound.start(socket, talk, meters.counter("in"));
    }

    private static void raise(@Nullable Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    /** Handles a frame for each permit, and fails if it is to. */
    private static final class Talk implements FrameHandler {

        final Semaphore turns = new Semaphore(0);
        final List<@Nullable String> said = new CopyOnWriteArrayList<>();
        volatile @Nullable Throwable failureToOpen;
        volatile @Nullable Throwable failure;
        final AtomicInteger closes = new AtomicInteger();
        volatile boolean closed;

        @Override
        public void opened(ClientSocket socket) {
            raise(failureToOpen);
        }

        @Override
        public void onFrame(ClientSocket socket, ClientFrame frame) {
            said.add(frame.id());
            turns.acquireUninterruptibly();
            raise(failure);
        }

        @Override
        public void closed(ClientSocket socket) {
            closes.incrementAndGet();
            closed = true;
        }
    }

    /** A connection that takes everything, but perhaps cannot be closed. */
    private static final class Line implements Transport {

        final List<String> told = new CopyOnWriteArrayList<>();
        volatile @Nullable Throwable failure;
        volatile @Nullable CloseCode closed;

        @Override
        public void send(List<String> frames) {
            told.addAll(frames);
        }

        @Override
        public void close(CloseCode code) throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            raise(failure);
            closed = code;
        }
    }
}
