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

/** If this node may have missed events, replays what each of its sockets lacks, as if their clients had asked. */
@Component
public class MissedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(MissedEvents.class);
    private static final int REPLAYS_AT_ONCE = 32;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final Replay replay;
    private final Counter resumes;
    private final Semaphore permits = new Semaphore(REPLAYS_AT_ONCE);
    private volatile boolean passingBy = true;

    MissedEvents(OpenSockets sockets, Replay replay, MeterRegistry meters) {
        this.sockets = sockets;
        this.replay = replay;
        this.resumes = meters.counter("parley.gateway.resumes", "cause", "missed");
    }

    /**
     * This node may miss events from now on, or before {@link #end} is called for the first time: live events are buffered
     * on every socket, so that none of them hides that an earlier one is missing.
     */
    public void begin() {
        passingBy = true;
        hold();
    }

    /** New events reach this node again. */
    public void end() {
        passingBy = false;
        catchUp();
    }

    /** Events may have been missed, but new ones arrive: replays what is missing. */
    public void catchUp() {
        hold().forEach(socket -> Thread.ofVirtual().name("replay missed").start(() -> recover(socket)));
    }

    private List<ClientSocket> hold() {
        return sockets.all().stream()
                .filter(socket -> socket.subscription().wantReplay())
                .toList();
    }

    /** To be called when a replay has begun: while events may be missed, another one will follow. */
    void begun(Subscription subscription) {
        if (passingBy) {
            subscription.wantReplay();
        }
    }

    private void recover(ClientSocket socket) {
        try {
            while (socket.isOpen() && !recovered(socket)) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            // Otherwise it would be sent nothing any more.
            socket.close(CloseCode.INTERNAL);
            throw e;
        }
    }

    private boolean recovered(ClientSocket socket) throws InterruptedException {
        permits.acquire();
        socket.replayTurn().lock();
        try {
            Optional<Positions> from = socket.subscription().beginWanted();
            if (from.isPresent()) {
                begun(socket.subscription());
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
