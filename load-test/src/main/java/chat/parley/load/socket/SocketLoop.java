package chat.parley.load.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The one thread that reads every socket, so that a thousand of them cost what their bytes cost. */
public final class SocketLoop implements AutoCloseable {

    /** Work of the same thread that is due at its own times. */
    public interface Errands {

        /** Does what is due. */
        void run(long nowNanos);
    }

    private static final long LOOK_AT_ERRANDS_EVERY_MS = 5;

    private record Arrival(Socket socket, Handshake.Opened opened) {}

    private final Selector selector;
    private final Errands errands;
    private final ByteCounts bytes = new ByteCounts();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    public SocketLoop(Errands errands) {
        this.errands = errands;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("sockets").daemon().start(this::run);
    }

    /** Opens a socket, waiting for the handshake only. */
    public Socket open(URI address, List<String> subprotocols, SocketListener listener) throws IOException {
        Handshake.Opened opened = Handshake.open(address, subprotocols);
        Socket socket = new Socket(opened.channel(), listener, bytes);
        arrivals.add(new Arrival(socket, opened));
        selector.wakeup();
        return socket;
    }

    /** What went through all sockets. */
    public ByteCounts bytes() {
        return bytes;
    }

    private void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::ready, LOOK_AT_ERRANDS_EVERY_MS);
                for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
                    take(arrival);
                }
                errands.run(System.nanoTime());
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Arrival arrival) {
        try {
            arrival.opened().channel().configureBlocking(false);
            arrival.socket()
                    .registered(arrival.opened().channel().register(selector, SelectionKey.OP_READ, arrival.socket()));
            arrival.socket().readEarly(arrival.opened().early());
        } catch (IOException e) {
            arrival.socket().failed();
        }
    }

    private void ready(SelectionKey key) {
        Socket socket = (Socket) key.attachment();
        try {
            if (key.isReadable()) {
                socket.read();
            }
            if (key.isValid() && key.isWritable()) {
                socket.flush();
            }
        } catch (IOException | CancelledKeyException e) {
            // Cancelled: whoever cuts a socket does so from a thread of their own.
            socket.failed();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
