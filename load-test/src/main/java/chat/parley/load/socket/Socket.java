package chat.parley.load.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One open connection. Any thread may send; only the loop's reads. */
public final class Socket {

    private static final int ABNORMAL = 1006;
    private static final int NORMAL = 1000;

    private final SocketChannel channel;
    private final SocketListener listener;
    private final ByteCounts bytes;
    private final Frames frames = new Frames();
    private final Object sending = new Object();
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private @Nullable SelectionKey key;
    private boolean ended;

    Socket(SocketChannel channel, SocketListener listener, ByteCounts bytes) {
        this.channel = channel;
        this.listener = listener;
        this.bytes = bytes;
    }

    void registered(SelectionKey registered) {
        synchronized (sending) {
            key = registered;
            awaitWritable(!unsent.isEmpty());
        }
    }

    /** Sends a text frame, at once where the connection takes it, else as soon as it does. */
    public void send(String text) {
        send(Frames.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says goodbye; the server answers and the connection ends. */
    public void close() {
        send(Frames.CLOSE, new byte[] {NORMAL >> Byte.SIZE, (byte) NORMAL});
    }

    /** Ends the connection without a word, as a network that fails does; the listener is not told. */
    public void cut() {
        drop();
    }

    private void send(int opcode, byte[] payload) {
        ByteBuffer frame =
                Frames.masked(opcode, payload, ThreadLocalRandom.current().nextInt());
        synchronized (sending) {
            try {
                if (unsent.isEmpty()) {
                    bytes.written(channel.write(frame));
                }
                if (frame.hasRemaining()) {
                    unsent.add(frame);
                    awaitWritable(true);
                }
            } catch (IOException e) {
                drop();
            }
        }
    }

    /** The connection takes more. */
    void flush() throws IOException {
        synchronized (sending) {
            while (!unsent.isEmpty()) {
                bytes.written(channel.write(unsent.getFirst()));
                if (unsent.getFirst().hasRemaining()) {
                    return;
                }
                unsent.removeFirst();
            }
            awaitWritable(false);
        }
    }

    private void awaitWritable(boolean wanted) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid()) {
            registered.interestOps(wanted ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            registered.selector().wakeup();
        }
    }

    /** Takes in what had been read before the loop took over. */
    void readEarly(ByteBuffer early) throws IOException {
        while (early.hasRemaining()) {
            ByteBuffer room = frames.room();
            int count = Math.min(room.remaining(), early.remaining());
            room.put(early.slice().limit(count));
            early.position(early.position() + count);
            taken(count);
        }
    }

    void read() throws IOException {
        int count = channel.read(frames.room());
        if (count < 0) {
            end(ABNORMAL);
        } else if (count > 0) {
            taken(count);
        }
    }

    private void taken(int count) throws IOException {
        long now = System.nanoTime();
        bytes.read(count);
        frames.read(count, (opcode, bytes, offset, length) -> {
            switch (opcode) {
                case Frames.TEXT -> listener.text(bytes, offset, length, now);
                case Frames.PING -> send(Frames.PONG, Arrays.copyOfRange(bytes, offset, offset + length));
                case Frames.CLOSE ->
                    end(
                            length < 2
                                    ? ABNORMAL
                                    : Short.toUnsignedInt(ByteBuffer.wrap(bytes, offset, length)
                                            .getShort()));
                default -> {
                    // a pong nobody asked for
                }
            }
        });
    }

    void failed() {
        end(ABNORMAL);
    }

    private void end(int code) {
        if (!ended) {
            ended = true;
            drop();
            listener.closed(code);
        }
    }

    private void drop() {
        try {
            channel.close();
        } catch (IOException _) {
            // there is nobody left to tell
        }
    }
}
