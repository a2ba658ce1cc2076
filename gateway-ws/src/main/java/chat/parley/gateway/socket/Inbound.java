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
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in from one client: its frames are handled in order on a virtual thread that lasts as long as there are some, so that an idle
 * socket has none. When many wait, no more are read from the connection until it has caught up. Frames that wait when the socket is
 * closed are dropped, and no socket outlives a thread that failed.
 */
final class Inbound {

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int MAX_WAITING = 64;
    private static final int MAX_UNREADABLE_IN_A_ROW = 20;

    /** @param resumes how often the client had been told {@code ready} when this came */
    private record Arrived(String text, long resumes) {}

    private static final Arrived END = new Arrived("", -1);

    private final ClientSocket socket;
    private final FrameHandler handler;
    private final Counter received;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Arrived> waiting = new ArrayDeque<>(0);
    /** Whether a thread is at work, or the last one has left. */
    private boolean working;

    private boolean opened;

    /** What came of a message whose last part did not come yet. */
    private @Nullable StringBuilder begun;

    private int begunBytes;
    private volatile boolean closed;
    private int unreadableInARow;

    private Inbound(ClientSocket socket, FrameHandler handler, Counter received) {
        this.socket = socket;
        this.handler = handler;
        this.received = received;
    }

    static Inbound start(ClientSocket socket, FrameHandler handler, Counter received) {
        Inbound inbound = new Inbound(socket, handler, received);
        socket.afterFailedClose(inbound::end);
        inbound.beginWorking();
        return inbound;
    }

    ClientSocket socket() {
        return socket;
    }

    /**
     * Takes a part of a message, from one thread at a time; with the last part the message waits for its turn, as {@link #put} says.
     * A message that is too large closes the socket.
     */
    void take(String part, boolean last) throws InterruptedException {
        begunBytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (begunBytes > FrameLimit.MAX_FRAME_BYTES) {
            begun = null;
            socket.close(CloseCode.TOO_LARGE);
            return;
        }
        if (begun != null) {
            begun.append(part);
        } else if (!last) {
            begun = new StringBuilder(part);
        }
        if (last) {
            String message = begun == null ? part : begun.toString();
            begun = null;
            begunBytes = 0;
            put(message);
        }
    }

    /** Queues a frame; waits if there are too many. A frame that comes after the socket was closed is dropped. */
    void put(String text) throws InterruptedException {
        received.increment();
        socket.heard();
        Arrived arrived = new Arrived(text, socket.resumes());
        lock.lockInterruptibly();
        try {
            while (isOpen() && waiting.size() >= MAX_WAITING) {
                boolean _ = room.await(1, TimeUnit.SECONDS);
                socket.heard();
            }
            if (isOpen()) {
                waiting.add(arrived);
                beginWorking();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection is gone. */
    void close() {
        socket.gone();
        end();
    }

    /** Whether no thread works for the socket, because there is nothing to do. */
    boolean isIdle() {
        lock.lock();
        try {
            return !working;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            room.signalAll();
            beginWorking();
        } finally {
            lock.unlock();
        }
    }

    /** If no thread can be started, whoever asks next tries again. */
    private void beginWorking() {
        lock.lock();
        try {
            if (!working) {
                Thread.ofVirtual().name("inbound").start(this::work);
                working = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean over = true;
        try {
            if (!opened) {
                opened = true;
                handler.opened(socket);
            }
            Arrived next = next();
            while (next != null && !next.equals(END)) {
                if (isOpen()) {
                    handle(next);
                }
                next = next();
            }
            over = next != null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("a socket can be served no longer", e);
        } finally {
            if (over) {
                leave();
            }
        }
    }

    /** Null when there is nothing to do, and what comes needs another thread; {@link #END} to one thread, when all is over. */
    private @Nullable Arrived next() {
        lock.lock();
        try {
            Arrived next = closed ? END : waiting.poll();
            working = next != null;
            room.signal();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        closed = true;
        try {
            // Sets the close code only if there was none before.
            socket.close(CloseCode.INTERNAL);
        } finally {
            socket.subscription().close();
            handler.closed(socket);
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

    /** An unknown type may be one of a newer client. */
    private void count(Reason reason) {
        if (reason != Reason.UNKNOWN_FRAME) {
            unreadableInARow++;
        }
        if (unreadableInARow > MAX_UNREADABLE_IN_A_ROW) {
            socket.closeWhenTold(CloseCode.VIOLATION);
        }
    }

    /** Without this check, a client could send any number of resumes before the first is answered. */
    private void handle(ClientFrame frame, long resumesThen) throws InterruptedException {
        try {
            if (frame instanceof ClientFrame.Resume && resumesThen != socket.resumes()) {
                throw new Refused(Reason.RESUME_RUNNING);
            }
            handler.onFrame(socket, frame);
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
