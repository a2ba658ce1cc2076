package chat.parley.gateway.resume;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.gateway.delivery.Positions;
import chat.parley.gateway.delivery.Subscription;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.socket.ArrivalLimit;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Answers a client's {@code resume}. */
@Component
public class ClientResume {

    private final Replay replay;
    private final MissedEvents missed;
    private final ArrivalLimit arrivals;
    private final Counter resumes;

    ClientResume(Replay replay, MissedEvents missed, ArrivalLimit arrivals, MeterRegistry meters) {
        this.replay = replay;
        this.missed = missed;
        this.arrivals = arrivals;
        this.resumes = meters.counter("parley.gateway.resumes", "cause", "client");
    }

    /** @param afterReady what else a client that is ready is told, before live events go on */
    public void answer(ClientSocket socket, ClientFrame.Resume frame, Consumer<ClientSocket> afterReady)
            throws InterruptedException {
        if (!socket.resumePace().permits()) {
            throw new Refused(
                    Reason.SLOW_DOWN,
                    Reason.SLOW_DOWN.sentence(),
                    socket.resumePace().untilNext());
        }
        resumes.increment();
        socket.replayTurn().lock();
        try (ArrivalLimit.Step _ = arrivals.resume()) {
            answerInTurn(socket, frame, afterReady);
        } finally {
            socket.replayTurn().unlock();
        }
    }

    private void answerInTurn(ClientSocket socket, ClientFrame.Resume frame, Consumer<ClientSocket> afterReady)
            throws InterruptedException {
        Optional<Positions> from = Optional.ofNullable(frame.cursor())
                .flatMap(cursor -> Positions.ofCursor(cursor, ConsumerGroup.FANOUT.queues()));
        boolean unusable = frame.cursor() != null && from.isEmpty();
        Subscription subscription = socket.subscription();
        subscription.begin(from.orElse(null));
        missed.begun(subscription);
        try {
            Replay.Outcome outcome = replay.run(socket, from.orElse(null));
            Positions positions = outcome.positions(from.orElse(null));
            subscription.caughtUp(positions);
            socket.resumed();
            socket.tell(new ServerFrame.Ready(positions.cursor(), outcome.head(), outcome.reset() || unusable));
            afterReady.accept(socket);
            subscription.release();
        } catch (RuntimeException e) {
            subscription.abandon();
            throw e;
        }
    }
}
