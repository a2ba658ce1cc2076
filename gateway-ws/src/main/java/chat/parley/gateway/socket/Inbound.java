package chat.parley.gateway.socket;

import chat.parley.access.Refusals;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ClientFrames;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.frames.UnreadableFrame;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.Counter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in from one client: its frames are handled in order on a virtual thread, and when many wait no more are read from the
 * connection until it has caught up. Frames that wait when the socket is closed are dropped, and no socket outlives this thread.
 */
final class Inbound {

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int MAX_WAITING = 64;
    private static final int MAX_UNREADABLE_IN_A_ROW = 20;

    /** @param resumes how often the client had been told {@code ready} when this came */
    private record Arrived(String text, long resumes) {}

    private final ClientSocket socket;
    private final Dialogue dialogue;
    private final Counter received;
    /** An empty one wakes the thread when the socket was closed. */
    private final BlockingQueue<Optional<Arrived>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

    private volatile boolean closed;
    private int unreadableInARow;

    private Inbound(ClientSocket socket, Dialogue dialogue, Counter received) {
        this.socket = socket;
        this.dialogue = dialogue;
        this.received = received;
    }

    static Inbound start(ClientSocket socket, Dialogue dialogue, Counter received) {
        Inbound inbound = new Inbound(socket, dialogue, received);
        socket.afterFailedClose(inbound::end);
        Thread.ofVirtual().name("inbound").start(inbound::run);
        return inbound;
    }

    ClientSocket socket() {
        return socket;
    }

    /** Takes a frame; waits while too many do. One that comes after the socket was closed is dropped. */
    void put(String text) throws InterruptedException {
        received.increment();
        socket.heard();
        Optional<Arrived> arrived = Optional.of(new Arrived(text, socket.resumes()));
        while (isOpen() && !waiting.offer(arrived, 1, TimeUnit.SECONDS)) {
            socket.heard();
        }
    }

    /** The connection is gone. */
    void close() {
        socket.gone();
        end();
    }

    private void end() {
        closed = true;
        waiting.clear();
        waiting.offer(Optional.empty());
    }

    private void run() {
        try {
            dialogue.opened(socket);
            while (!closed) {
                Optional<Arrived> arrived = waiting.take();
                if (arrived.isPresent() && isOpen()) {
                    handle(arrived.get());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("a socket can be served no longer", e);
        } finally {
            leave();
        }
    }

    private void leave() {
        closed = true;
        try {
            // Tells the reason only where there was no other before.
            socket.close(CloseCode.INTERNAL);
        } finally {
            dialogue.closed(socket);
        }
    }

    private boolean isOpen() {
        return !closed && socket.isOpen();
    }

    private void handle(Arrived arrived) throws InterruptedException {
        try {
            ClientFrame frame = ClientFrames.read(arrived.text());
            unreadableInARow = 0;
            handle(frame, arrived.resumes());
        } catch (UnreadableFrame e) {
            socket.tell(ServerFrame.Failure.of(e.ref(), e.refused()));
            count(e.refused().reason());
        }
    }

    /** A type not known here may be one of a newer client. */
    private void count(Reason reason) {
        if (reason != Reason.UNKNOWN_FRAME) {
            unreadableInARow++;
        }
        if (unreadableInARow > MAX_UNREADABLE_IN_A_ROW) {
            socket.closeWhenTold(CloseCode.VIOLATION);
        }
    }

    /** A resume that came before the answer to the one before it could ask for everything any number of times. */
    private void handle(ClientFrame frame, long resumesThen) throws InterruptedException {
        try {
            if (frame instanceof ClientFrame.Resume && resumesThen != socket.resumes()) {
                throw new Refused(Reason.RESUME_RUNNING);
            }
            dialogue.said(socket, frame);
        } catch (RuntimeException e) {
            Refused refused = Refusals.of(e);
            if (refused.reason() == Reason.INTERNAL) {
                LOG.error("a frame could not be handled", e);
            } else {
                LOG.debug("refused: {}", refused.reason());
            }
            socket.tell(ServerFrame.Failure.of(frame.id(), refused));
        }
    }
}
