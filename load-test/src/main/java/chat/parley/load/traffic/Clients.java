package chat.parley.load.traffic;

import chat.parley.load.measure.Percentiles;
import chat.parley.load.people.Person;
import chat.parley.load.socket.ByteCounts;
import chat.parley.load.socket.Socket;
import chat.parley.load.socket.SocketListener;
import chat.parley.load.socket.SocketLoop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that stay connected as long as they can; their sockets are read by one thread. */
public final class Clients implements AutoCloseable {

    private static final int CONNECT_AT_ONCE = 32;
    /** Less than the server's heartbeat; each second one in so many sends a ping. */
    private static final int PING_EVERY_S = 20;

    private final URI address;
    private final SocketLoop loop = new SocketLoop(_ -> {});
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pings").daemon().factory());
    private final List<Client> clients = new ArrayList<>();
    private final Conversation chat;
    private final AtomicLong attempts = new AtomicLong();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Queue<Long> returns = new ConcurrentLinkedQueue<>();
    private final Future<?> pinging;
    private int second;

    /** @param chat what they say to one another */
    public Clients(URI product, List<Person> people, Conversation chat) {
        this.address = URI.create("ws://" + product.getAuthority() + "/api/socket");
        this.chat = chat;
        for (Person person : people) {
            clients.add(new Client(clients.size(), person, this));
        }
        this.pinging = pings.scheduleAtFixedRate(this::ping, 1, 1, TimeUnit.SECONDS);
    }

    /** Connects those in a range of the people, some at a time. */
    public void connect(int from, int to) throws InterruptedException {
        Semaphore turns = new Semaphore(CONNECT_AT_ONCE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = clients.subList(from, to).stream()
                    .map(client -> workers.submit(() -> {
                        turns.acquire();
                        try {
                            client.connectAtLast();
                            return true;
                        } finally {
                            turns.release();
                        }
                    }))
                    .toList();
            for (Future<Boolean> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client could not connect: " + e.getCause(), e.getCause());
        }
    }

    /** So that no connection is taken for dead. */
    private void ping() {
        second++;
        for (int i = second % PING_EVERY_S; i < clients.size(); i += PING_EVERY_S) {
            clients.get(i).send("{\"type\":\"ping\"}");
        }
    }

    Conversation chat() {
        return chat;
    }

    Client at(int index) {
        return clients.get(index);
    }

    Socket open(List<String> protocols, SocketListener listener) throws IOException {
        return loop.open(address, protocols, listener);
    }

    /** What comes now is what a return costs and brings. */
    public void forgetReturns() {
        attempts.set(0);
        failures.clear();
        returns.clear();
        chat.forgetSeen();
    }

    /** All connections fail at once, and every client begins to come back. */
    public void cut() {
        clients.forEach(Client::cut);
        clients.forEach(this::lost);
    }

    /** A client's connection has failed: it begins to come back. */
    void lost(Client client) {
        Thread.ofVirtual().start(() -> {
            try {
                client.comeBack();
                returns.add(System.nanoTime());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void attempting() {
        attempts.incrementAndGet();
    }

    void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    /** Waits until everyone is connected; false if someone is not by then. */
    public boolean awaitAll(Duration within) throws InterruptedException {
        return Waiting.until(() -> connected() >= clients.size(), within);
    }

    public int connected() {
        return (int) clients.stream().filter(Client::isConnected).count();
    }

    public int size() {
        return clients.size();
    }

    /** How many attempts to come back there were. */
    public long attempts() {
        return attempts.get();
    }

    /** Why attempts failed, and how often. */
    public Map<String, Long> failures() {
        return new TreeMap<>(failures);
    }

    /** How long after a moment clients were back, with everything they had missed. */
    public Percentiles returnsAfter(long nanos) {
        return Percentiles.ofNanos(
                returns.stream().map(at -> Math.max(0, at - nanos)).toList());
    }

    public ByteCounts bytes() {
        return loop.bytes();
    }

    @Override
    public void close() {
        pinging.cancel(false);
        pings.close();
        clients.forEach(Client::disconnect);
        loop.close();
    }
}
