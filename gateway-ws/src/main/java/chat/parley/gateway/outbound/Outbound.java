package chat.parley.gateway.outbound;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends frames to one client. Producers of live frames never wait: a client that reads too slowly is closed and resumes
 * later. Only a replay, which nobody else waits for, waits for room. Waiting frames are written together, by a thread that
 * lasts as long as there is something to write. After a failed write of any kind the socket is closed, so a client never
 * misses one frame and gets a later one.
 */
public final class Outbound {

    /** The limits of waiting frames and their characters. */
    public record Limits(int frames, long characters) {

        public static final Limits DEFAULT = new Limits(1_000, 4L << 20);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    /** A replay fills only a quarter, so that live events find room. */
    private static final int REPLAY_SHARE = 4;

    private static final long NOT_WRITING = Long.MIN_VALUE;

    /** About what the servlet container writes at once. */
    private static final int CHARACTERS_TOGETHER = 8_000;

    private final Limits limits;
    private final Transport transport;
    private final OutboundMeter meter;
    private final FrameMemory memory;
    private final FrameMemory.Share share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<String> waiting = new ArrayDeque<>();
    private long waitingCharacters;
    private boolean writing;
    private boolean ended;
    private volatile long writingSince = NOT_WRITING;
    private @Nullable CloseCode closing;
    private volatile Runnable afterFailedClose = () -> {};

    /** @param memory which all sockets share */
    public Outbound(Transport transport, Limits limits, OutboundMeter meter, FrameMemory memory) {
        this.transport = transport;
        this.limits = limits;
        this.meter = meter;
        this.memory = memory;
        this.share = memory.share(() -> close(CloseCode.TOO_SLOW));
    }

    /** For frames of this socket that wait elsewhere; {@code drop} is as in {@link FrameMemory#share}. */
    public FrameMemory.Share shareOfMemory(Runnable drop) {
        return memory.share(drop);
    }

    /** Runs if closing failed, because then nobody may ever report that the connection is gone. */
    public void afterFailedClose(Runnable action) {
        afterFailedClose = action;
    }

    /** Queues a frame; if there is no room, the socket is closed. */
    public void offer(String frame) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (waiting.size() >= limits.frames()
                    || waitingCharacters + frame.length() > limits.characters()
                    || !share.take(frame.length())) {
                end(CloseCode.TOO_SLOW);
                return;
            }
            waiting.add(frame);
            waitingCharacters += frame.length();
            beginWriting();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a replay may queue its next frame. False once the socket is closed. */
    public boolean awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && isFullForReplay()) {
                room.await();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Where memory is scarce, what is written next is all that a replay queues, so that replays go on slowly and not in vain. */
    private boolean isFullForReplay() {
        return waiting.size() >= limits.frames() / REPLAY_SHARE
                || waitingCharacters >= limits.characters() / REPLAY_SHARE
                || (!waiting.isEmpty() && memory.isScarce());
    }

    /** Closes the socket with a code; waiting frames are dropped. */
    public void close(CloseCode code) {
        lock.lock();
        try {
            end(code);
        } finally {
            lock.unlock();
        }
    }

    /** Sends the waiting frames, then closes the socket with a code. */
    public void closeWhenWritten(CloseCode code) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                closing = code;
                room.signalAll();
                beginWriting();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long the client has not accepted what is being written; 0 if nothing is. */
    public long stuckNanos() {
        long since = writingSince;
        return since == NOT_WRITING ? 0 : System.nanoTime() - since;
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
            waiting.forEach(frame -> share.give(frame.length()));
            waiting.clear();
            waitingCharacters = 0;
            room.signalAll();
        }
        if (closing != null) {
            beginWriting();
        }
    }

    /** If no thread can be started, the next call tries again. */
    private void beginWriting() {
        if (!writing) {
            Thread.ofVirtual().name("outbound").start(this::write);
            writing = true;
        }
    }

    private void write() {
        try {
            for (List<String> frames = next(); !frames.isEmpty(); frames = next()) {
                send(frames);
            }
        } catch (IOException e) {
            LOG.debug("a frame was not taken: {}", e.toString());
            close(CloseCode.TOO_SLOW);
        } catch (RuntimeException | Error e) {
            LOG.error("a frame could not be written", e);
            close(CloseCode.INTERNAL);
        }
        CloseCode code = takeClosing();
        if (code != null) {
            hangUp(code);
        }
    }

    private void send(List<String> frames) throws IOException {
        writingSince = System.nanoTime();
        try {
            transport.send(frames);
        } finally {
            writingSince = NOT_WRITING;
            written(frames);
        }
        meter.written(frames.size());
    }

    private void written(List<String> frames) {
        lock.lock();
        try {
            frames.forEach(frame -> share.give(frame.length()));
        } finally {
            lock.unlock();
        }
    }

    private void hangUp(CloseCode code) {
        try {
            transport.close(code);
            meter.closed(code);
        } catch (IOException e) {
            LOG.debug("a socket was gone before it could be closed: {}", e.toString());
            afterFailedClose.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a socket could not be closed with {}", code.title(), e);
            afterFailedClose.run();
        }
    }

    /** The frames to write together; if there are none, the next frame needs another thread. */
    private List<String> next() {
        lock.lock();
        try {
            List<String> frames = new ArrayList<>();
            int characters = 0;
            while (!waiting.isEmpty() && characters < CHARACTERS_TOGETHER) {
                String frame = waiting.remove();
                frames.add(frame);
                characters += frame.length();
            }
            waitingCharacters -= characters;
            writing = !frames.isEmpty();
            room.signalAll();
            return frames;
        } finally {
            lock.unlock();
        }
    }

    /** The close code, returned to one thread only. */
    private @Nullable CloseCode takeClosing() {
        lock.lock();
        try {
            CloseCode code = closing;
            closing = null;
            return code;
        } finally {
            lock.unlock();
        }
    }
}
