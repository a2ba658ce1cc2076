package chat.parley.gateway.resume;

import chat.parley.access.Refusals;
import chat.parley.gateway.delivery.Positions;
import chat.parley.gateway.delivery.Subscription;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When this node may have missed events, replays what each of its sockets lacks, as if their clients had asked. */
@Component
public class MissedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(MissedEvents.class);
    private static final int REPLAYS_AT_ONCE = 32;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final Replay replay;
    private final Counter resumes;
    private final Semaphore permits = new Semaphore(REPLAYS_AT_ONCE);

    MissedEvents(OpenSockets sockets, Replay replay, MeterRegistry meters) {
        this.sockets = sockets;
        this.replay = replay;
        this.resumes = meters.counter("parley.gateway.resumes", "cause", "missed");
    }

    /**
     * Holds back live events on every socket from now on, so that none of them hides that one before it is missing.
     *
     * @return replays what is missing and lets them go on; to be run once new events reach this node again
     */
    public Runnable hold() {
        List<ClientSocket> held = sockets.all().stream()
                .filter(socket -> socket.subscription().wantReplay())
                .toList();
        return () ->
                held.forEach(socket -> Thread.ofVirtual().name("replay missed").start(() -> recover(socket)));
    }

    private void recover(ClientSocket socket) {
        try {
            while (socket.isOpen() && !recovered(socket)) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean recovered(ClientSocket socket) throws InterruptedException {
        permits.acquire();
        socket.replayTurn().lock();
        try {
            Optional<Positions> from = socket.subscription().beginWanted();
            if (from.isPresent()) {
                replay(socket, from.get());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "a socket has to wait for what it missed: {}",
                    Refusals.of(e).reason());
            socket.subscription().postpone();
            return false;
        } finally {
            socket.replayTurn().unlock();
            permits.release();
        }
    }

    private void replay(ClientSocket socket, Positions from) throws InterruptedException {
        resumes.increment();
        Subscription subscription = socket.subscription();
        Replay.Outcome outcome = replay.run(socket, from);
        if (outcome.reset()) {
            // Only the answer to a resume can tell a client to start afresh.
            socket.close(CloseCode.TOO_SLOW);
            return;
        }
        subscription.caughtUp(outcome.positions(from));
        // The replayed frames left the client's cursor where it was.
        subscription.pong(null);
        subscription.release();
    }
}
