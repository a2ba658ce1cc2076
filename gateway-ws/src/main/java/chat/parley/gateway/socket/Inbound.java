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

    private final ClientSocket socket;
    private final Dialogue dialogue;
    private final Counter received;
    /** An empty one wakes the thread when the socket was closed. */
    private final BlockingQueue<Optional<String>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

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
        while (isOpen() && !waiting.offer(Optional.of(text), 1, TimeUnit.SECONDS)) {
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
                Optional<String> text = waiting.take();
                if (text.isPresent() && isOpen()) {
                    handle(text.get());
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

    private void handle(String text) throws InterruptedException {
        try {
            ClientFrame frame = ClientFrames.read(text);
            unreadableInARow = 0;
            handle(frame);
        } catch (UnreadableFrame e) {
            socket.tell(ServerFrame.Failure.of(e.ref(), new Refused(e.reason())));
            unreadableInARow++;
            if (unreadableInARow > MAX_UNREADABLE_IN_A_ROW) {
                socket.close(CloseCode.VIOLATION);
            }
        }
    }

    private void handle(ClientFrame frame) throws InterruptedException {
        try {
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
