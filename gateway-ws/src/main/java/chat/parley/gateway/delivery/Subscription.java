package chat.parley.gateway.delivery;

import chat.parley.gateway.frames.LogFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.frames.ServerFrames;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one socket is sent of the log. Before the client has said what it has, live events are dropped, because its resume
 * will read them. While a replay is requested or runs, they are buffered. A cursor is queued together with the frame it
 * belongs to, so no client gets a cursor for something it was not sent before.
 */
public final class Subscription {

    private static final int MAX_HELD = 1_000;

    private record BufferedFrame(int queue, long position, LogFrame frame) {}

    private final Outbound outbound;
    private final FrameMemory.Share share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<BufferedFrame> held = new ArrayDeque<>();
    private @Nullable Positions known;
    private boolean wanted;
    private boolean running;

    public Subscription(Outbound outbound) {
        this.outbound = outbound;
        this.share = outbound.shareOfMemory(this::tooSlow);
    }

    /** Sends, buffers or drops a live event of a queue. Never waits. */
    public void live(int queue, long position, LogFrame frame) {
        locked(() -> {
            if (known == null && !running) {
                return;
            }
            if (!running && !wanted) {
                pass(new BufferedFrame(queue, position, frame));
            } else if (outbound.isOpen()) {
                hold(new BufferedFrame(queue, position, frame));
            }
        });
    }

    /**
     * Events may have been missed: buffers live events from now until a replay that begins later has ended. False if the
     * client has not said yet what it has, so nothing can be missing.
     */
    public boolean wantReplay() {
        return answered(() -> {
            wanted = known != null || running;
            return wanted;
        });
    }

    /** Begins the replay that {@link #wantReplay} requested, from the socket's position; null if another thread began it. */
    public Optional<Positions> beginWanted() {
        return answered(() -> {
            if (!wanted || known == null) {
                return Optional.empty();
            }
            wanted = false;
            running = true;
            return Optional.of(known);
        });
    }

    /** Begins a replay from the client's position; null if it has nothing. */
    public void begin(@Nullable Positions from) {
        locked(() -> {
            known = from;
            wanted = false;
            running = true;
        });
    }

    /**
     * Sends a missed event. The cursor stays where the replay began, because missed events do not come in the log's order.
     * False once the socket is closed.
     */
    public boolean replay(Positions from, LogFrame frame) throws InterruptedException {
        if (!outbound.awaitRoom()) {
            return false;
        }
        outbound.offer(frame.with(from.cursor()));
        return true;
    }

    /** The client now has everything up to the head; buffered events up to there are repeats. */
    public void caughtUp(Positions positions) {
        locked(() -> {
            known = positions;
            drop(event -> event.position() <= positions.at(event.queue()));
        });
    }

    /**
     * Ends the replay: sends the buffered events and then live ones again, unless another replay was requested meanwhile.
     */
    public void release() throws InterruptedException {
        boolean more = true;
        while (more && outbound.awaitRoom()) {
            more = answered(this::releaseNext);
        }
    }

    /** The replay failed and will be retried: live events stay buffered. */
    public void postpone() {
        locked(() -> {
            running = false;
            wanted = true;
        });
    }

    /** The replay failed and the client was told; treated as if it had not resumed. */
    public void abandon() {
        locked(() -> {
            known = null;
            wanted = false;
            running = false;
            drop(_ -> true);
        });
    }

    /** The socket was closed: nothing is held back any more. */
    public void close() {
        locked(() -> drop(_ -> true));
    }

    private void tooSlow() {
        outbound.close(CloseCode.TOO_SLOW);
        close();
    }

    private void hold(BufferedFrame event) {
        if (held.size() < MAX_HELD && share.take(event.frame().length())) {
            held.add(event);
        } else {
            outbound.close(CloseCode.TOO_SLOW);
        }
    }

    private void drop(Predicate<BufferedFrame> what) {
        held.removeIf(event -> {
            boolean dropped = what.test(event);
            if (dropped) {
                share.give(event.frame().length());
            }
            return dropped;
        });
    }

    /** Sends the cursor at this place among the frames; {@code ref} is null if the client did not ask for it. */
    public void pong(@Nullable String ref) {
        locked(() -> {
            String cursor = known == null ? null : known.cursor();
            outbound.offer(ServerFrames.write(new ServerFrame.Pong(ref, cursor)));
        });
    }

    /** Whether the socket has a position in the log, from {@code ready} or another replay. */
    public boolean isPlaced() {
        return answered(() -> known != null);
    }

    private boolean releaseNext() {
        BufferedFrame next = wanted ? null : held.poll();
        if (next == null) {
            running = false;
            return false;
        }
        share.give(next.frame().length());
        pass(next);
        return true;
    }

    private void pass(BufferedFrame event) {
        Positions before = known;
        if (before != null && event.position() > before.at(event.queue())) {
            Positions after = before.with(event.queue(), event.position());
            known = after;
            outbound.offer(event.frame().with(after.cursor()));
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T answered(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
