package chat.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.access.EndedSessions;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.gateway.outbound.Transport;
import chat.parley.views.presence.SocketId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class SocketWatchTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final OpenSockets sockets = new OpenSockets(meters);
    private final Sessions sessions = new Sessions();
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final SocketWatch watch = new SocketWatch(
            sockets,
            sessions,
            new SocketSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, 50, null),
            scheduler);
    private final AtomicReference<@Nullable CloseCode> closed = new AtomicReference<>();

    @AfterEach
    void stop() {
        watch.stop();
        scheduler.close();
    }

    @Test
    void socketsAreClosedWhileNobodyCanTellWhichSessionsAreValid() {
        sockets.add(socket());
        sessions.reachable = false;
        watch.start();
        await().untilAsserted(() -> assertThat(closed.get()).isEqualTo(CloseCode.SESSIONS_UNKNOWN));
        assertThat(meters.counter("parley.gateway.closes", "code", "sessions_unknown")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aSessionWhoseEndWasNotToldIsFoundOut() {
        sockets.add(socket());
        sessions.allEnded = true;
        watch.start();
        await().untilAsserted(() -> assertThat(closed.get()).isEqualTo(CloseCode.SESSION_ENDED));
    }

    private ClientSocket socket() {
        Caller caller = new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
        Transport transport = new Transport() {
            @Override
            public void send(List<String> frames) {
                throw new IllegalStateException("nothing is said here");
            }

            @Override
            public void close(CloseCode code) {
                closed.set(code);
            }
        };
        Outbound outbound =
                new Outbound(transport, Outbound.Limits.DEFAULT, new SocketMeters(meters), new FrameMemory(1_000_000));
        return new ClientSocket(new SocketId(UUID.randomUUID()), caller, outbound);
    }

    private static final class Sessions implements EndedSessions {

        volatile boolean reachable = true;
        volatile boolean allEnded;

        @Override
        public void ended(SessionId session) {
            throw new IllegalStateException("only the command side says so");
        }

        @Override
        public boolean isEnded(SessionId session) {
            return allEnded;
        }

        @Override
        public Registration listen(Consumer<SessionId> listener) {
            return () -> {};
        }

        @Override
        public boolean reachable() {
            return reachable;
        }
    }
}
