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
 * What one socket is told of the log. Before the client said what it has, live events are dropped: its resume will read them. While
 * a replay is wanted or runs, they are held back. A cursor is queued together with the frame it stands for, so no client ever holds a
 * cursor for something it was not sent before.
 */
public final class Subscription {

    private static final int MAX_HELD = 1_000;

    private record Held(int queue, long position, LogFrame frame) {}

    private final Outbound outbound;
    private final FrameMemory.Share share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Held> held = new ArrayDeque<>();
    private @Nullable Positions known;
    private boolean wanted;
    private boolean running;

    public Subscription(Outbound outbound) {
        this.outbound = outbound;
        this.share = outbound.shareOfMemory(this::tooSlow);
    }

    /** A live event of a queue: passed on, held back, or dropped as a repeat. Never waits. */
    public void live(int queue, long position, LogFrame frame) {
        locked(() -> {
            if (known == null && !running) {
                return;
            }
            if (!running && !wanted) {
                pass(new Held(queue, position, frame));
            } else if (outbound.isOpen()) {
                hold(new Held(queue, position, frame));
            }
        });
    }

    /**
     * Events may have been missed: holds live ones back from this moment until a replay that begins later has ended. False if the
     * client has not said yet what it has, so that nothing can be missing.
     */
    public boolean wantReplay() {
        return answered(() -> {
            wanted = known != null || running;
            return wanted;
        });
    }

    /** Begins the replay that {@link #wantReplay} asked for, from where the socket is; nothing if another one did. */
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

    /** Begins a replay from what the client says it has; null when it has nothing. */
    public void begin(@Nullable Positions from) {
        locked(() -> {
            known = from;
            wanted = false;
            running = true;
        });
    }

    /**
     * Passes on something the client lacks. The cursor stays where the replay began: what is missing does not come in the
     * log's order. False once the socket is closed.
     */
    public boolean replay(Positions from, LogFrame frame) throws InterruptedException {
        if (!outbound.awaitRoom()) {
            return false;
        }
        outbound.offer(frame.with(from.cursor()));
        return true;
    }

    /** The client knows everything up to the head now, and what is held back of that is a repeat. */
    public void caughtUp(Positions positions) {
        locked(() -> {
            known = positions;
            drop(event -> event.position() <= positions.at(event.queue()));
        });
    }

    /** Ends the replay: passes on what was held back and then live events again, unless another replay is wanted by now. */
    public void release() throws InterruptedException {
        boolean more = true;
        while (more && outbound.awaitRoom()) {
            more = answered(this::releaseNext);
        }
    }

    /** The replay failed and will be tried again: live events stay held back. */
    public void postpone() {
        locked(() -> {
            running = false;
            wanted = true;
        });
    }

    /** The replay failed and the client was told: as if it had not asked. */
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

    private void hold(Held event) {
        if (held.size() < MAX_HELD && share.take(event.frame().length())) {
            held.add(event);
        } else {
            outbound.close(CloseCode.TOO_SLOW);
        }
    }

    private void drop(Predicate<Held> what) {
        held.removeIf(event -> {
            boolean dropped = what.test(event);
            if (dropped) {
                share.give(event.frame().length());
            }
            return dropped;
        });
    }

    /** Says how far the client has been told at this place among its frames; {@code ref} is null when it did not ask. */
    public void pong(@Nullable String ref) {
        locked(() -> {
            String cursor = known == null ? null : known.cursor();
            outbound.offer(ServerFrames.write(new ServerFrame.Pong(ref, cursor)));
        });
    }

    /** Whether the client was told {@code ready} or a replay has otherwise given it a place in the log. */
    public boolean isPlaced() {
        return answered(() -> known != null);
    }

    private boolean releaseNext() {
        Held next = wanted ? null : held.poll();
        if (next == null) {
            running = false;
            return false;
        }
        share.give(next.frame().length());
        pass(next);
        return true;
    }

    private void pass(Held event) {
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
