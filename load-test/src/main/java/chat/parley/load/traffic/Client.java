package chat.parley.load.traffic;

import chat.parley.load.people.Api;
import chat.parley.load.people.Person;
import chat.parley.load.socket.Socket;
import chat.parley.load.socket.SocketListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A device that comes back whenever its connection is lost: after a random wait, with a new ticket, resuming from where it was when it was
 * connected for the first time.
 */
final class Client {

    /** As long as the web client waits for a connection to become good. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(15);

    private final int index;
    private final Person person;
    private final Clients all;
    private volatile @Nullable Connection current;
    private volatile String cursor = "";
    private volatile Duration askedToWait = Duration.ZERO;

    Client(int index, Person person, Clients all) {
        this.index = index;
        this.person = person;
        this.all = all;
    }

    /** One connection, from its handshake to its end. */
    private final class Connection implements SocketListener {

        private final CountDownLatch decided = new CountDownLatch(1);
        private volatile @Nullable Socket socket;
        private volatile boolean ready;
        private volatile String failure = "not_ready_in_time";

        @Override
        public void text(byte[] bytes, int offset, int length, long readAtNanos) {
            if (ServerFrame.isPresence(bytes, offset, length)) {
                return;
            }
            ServerFrame frame = ServerFrame.read(bytes, offset, length);
            switch (frame.type) {
                case "ready" -> ready(frame);
                case "event" -> all.chat().happened(frame, index, readAtNanos);
                case "ack" -> all.chat().acknowledged(frame);
                case "error" -> refused(frame);
                default -> {
                    // hello and pongs change nothing here
                }
            }
        }

        private void ready(ServerFrame frame) {
            if (frame.reset) {
                fail("told_to_start_afresh");
                return;
            }
            if (cursor.isEmpty()) {
                cursor = frame.cursor;
            }
            ready = true;
            decided.countDown();
        }

        private void refused(ServerFrame frame) {
            if (ready) {
                all.chat().refused(frame.code);
            } else {
                fail(frame.code);
            }
        }

        private void fail(String why) {
            failure = why;
            decided.countDown();
        }

        @Override
        public void closed(int code) {
            fail("closed_" + code);
            if (ready && current == this) {
                ready = false;
                all.lost(Client.this);
            }
        }
    }

    boolean isConnected() {
        Connection connection = current;
        return connection != null && connection.ready;
    }

    /** Connects and waits until everything missed has come. */
    private void connect() throws IOException, InterruptedException {
        Connection connection = new Connection();
        current = connection;
        Socket socket = all.open(List.of("parley.v1", "ticket." + person.ticket()), connection);
        connection.socket = socket;
        socket.send(cursor.isEmpty() ? "{\"type\":\"resume\"}" : "{\"type\":\"resume\",\"cursor\":\"" + cursor + "\"}");
        if (!connection.decided.await(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || !connection.ready) {
            socket.cut();
            throw new IOException(connection.failure);
        }
    }

    /** Tries until it is connected. */
    void connectAtLast() throws InterruptedException {
        for (int failures = 0; !isConnectedNow(); failures++) {
            pause(failures);
        }
    }

    /** Tries until it is connected again, for the first time after a wait. */
    void comeBack() throws InterruptedException {
        current = null;
        int attempt = 0;
        do {
            pause(attempt++);
        } while (!isConnectedNow());
    }

    private void pause(int attempt) throws InterruptedException {
        Duration asked = askedToWait;
        askedToWait = Duration.ZERO;
        TimeUnit.MILLISECONDS.sleep(ReconnectDelay.before(attempt, asked, ThreadLocalRandom.current())
                .toMillis());
    }

    private boolean isConnectedNow() throws InterruptedException {
        try {
            all.attempting();
            connect();
            return true;
        } catch (IOException e) {
            all.failed(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            all.failed(Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        } catch (JacksonException e) {
            all.failed("not_json");
        } catch (Api.Refused e) {
            askedToWait = e.retryAfter();
            all.failed(e.code());
        }
        return false;
    }

    /** Its connection fails without a word. */
    void cut() {
        Connection connection = current;
        current = null;
        Socket open = connection == null ? null : connection.socket;
        if (open != null) {
            open.cut();
        }
    }

    void disconnect() {
        Connection connection = current;
        current = null;
        Socket open = connection == null ? null : connection.socket;
        if (open != null) {
            open.close();
        }
    }

    /** Sends a frame if it is connected. */
    boolean send(String frame) {
        Connection connection = current;
        Socket open = connection == null || !connection.ready ? null : connection.socket;
        if (open != null) {
            open.send(frame);
        }
        return open != null;
    }
}
