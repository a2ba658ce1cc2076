package chat.parley.gateway.outbound;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one client has still to be told. Producers of live frames never wait: a client that does not read fast enough is closed
 * and resumes later. Only a replay, which nobody else waits for, waits for room.
 */
public final class Outbound {

    /** How much may wait: this many frames and this many characters. */
    public record Limits(int frames, long characters) {

        public static final Limits DEFAULT = new Limits(1_000, 4L << 20);
    }

    /** A replay fills only a quarter, so that what happens meanwhile finds room. */
    private static final int REPLAY_SHARE = 4;

    private final Limits limits;
    private final Transport transport;
    private final OutboundMeter meter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<String> waiting = new ArrayDeque<>();
    private long waitingCharacters;
    private boolean ended;
    private @Nullable CloseCode closing;

    private Outbound(Transport transport, Limits limits, OutboundMeter meter) {
        this.transport = transport;
        this.limits = limits;
        this.meter = meter;
    }

    public static Outbound start(Transport transport, Limits limits, OutboundMeter meter) {
        Outbound outbound = new Outbound(transport, limits, meter);
        Thread.ofVirtual().name("outbound").start(outbound::write);
        return outbound;
    }

    /** Queues a frame; without room for it the socket is closed instead. */
    public void offer(String frame) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (waiting.size() >= limits.frames() || waitingCharacters + frame.length() > limits.characters()) {
                end(CloseCode.TOO_SLOW);
                return;
            }
            waiting.add(frame);
            waitingCharacters += frame.length();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a replay may queue its next frame. False once the socket is closed. */
    public boolean awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (!ended
                    && (waiting.size() >= limits.frames() / REPLAY_SHARE
                            || waitingCharacters >= limits.characters() / REPLAY_SHARE)) {
                changed.await();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the client why and hangs up; what still waits is dropped. */
    public void close(CloseCode code) {
        lock.lock();
        try {
            end(code);
        } finally {
            lock.unlock();
        }
    }

    /** The connection is gone. */
    public void gone() {
        lock.lock();
        try {
            end(null);
        } finally {
            lock.unlock();
        }
    }

    public boolean isOpen() {
        lock.lock();
        try {
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable CloseCode code) {
        if (!ended) {
            ended = true;
            closing = code;
            waiting.clear();
            waitingCharacters = 0;
            changed.signalAll();
        }
    }

    private void write() {
        try {
            for (String frame = next(); frame != null; frame = next()) {
                transport.send(frame);
                meter.written();
            }
        } catch (IOException e) {
            close(CloseCode.TOO_SLOW);
        }
        CloseCode code = closing;
        if (code != null) {
            meter.closed(code);
            transport.close(code);
        }
    }

    private @Nullable String next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !ended) {
                changed.awaitUninterruptibly();
            }
            String frame = waiting.poll();
            if (frame != null) {
                waitingCharacters -= frame.length();
                changed.signalAll();
            }
            return frame;
        } finally {
            lock.unlock();
        }
    }
}
