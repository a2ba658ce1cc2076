package chat.parley.gateway.sfu;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One connection to the media server, made again whenever it is lost; everything that was there is gone then. */
@Component
public class Janus implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Janus.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SfuSettings settings;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<Long, Consumer<JsonNode>> handles = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable Thread keeping;
    private volatile Runnable lost = () -> {};

    Janus(SfuSettings settings) {
        this.settings = settings;
    }

    boolean isConnected() {
        return socket != null;
    }

    /** Raised with each connection: what was made in an earlier one is not there any more. */
    long epoch() {
        return epoch.get();
    }

    /** @param action runs when the connection is gone, with all that was made in it */
    void whenLost(Runnable action) {
        lost = action;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    void listen(long handle, Consumer<JsonNode> events) {
        handles.put(handle, events);
    }

    void forget(long handle) {
        handles.remove(handle);
    }

    /** @throws Refused {@link Reason#UNAVAILABLE} where it does not answer */
    JsonNode ask(ObjectNode request) {
        WebSocket open = socket;
        if (open == null) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        String transaction = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(transaction, answer);
        request.put("transaction", transaction);
        request.put("apisecret", settings.secret());
        try {
            write(open, request.toString());
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            LOG.warn("the media server did not answer", e);
            throw new Refused(Reason.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.UNAVAILABLE);
        } finally {
            asked.remove(transaction);
        }
    }

    /** @throws Refused {@link Reason#UNAVAILABLE} */
    long session() {
        return made(object().put("janus", "create"));
    }

    /** @throws Refused {@link Reason#UNAVAILABLE} */
    long handle(long session, String plugin) {
        return made(object().put("janus", "attach").put("session_id", session).put("plugin", plugin));
    }

    private long made(ObjectNode request) {
        long id = ask(request).path("data").path("id").asLong(0);
        if (id == 0) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        return id;
    }

    /** One text at a time, as the client asks for. */
    private synchronized void write(WebSocket open, String text) {
        open.sendText(text, true)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void arrived(String text) {
        JsonNode message = JSON.readTree(text);
        if (message.path("janus").asString("").equals("ack")) {
            return;
        }
        CompletableFuture<JsonNode> answer =
                asked.get(message.path("transaction").asString(""));
        Consumer<JsonNode> events = handles.get(message.path("sender").asLong(0));
        if (answer != null) {
            answer.complete(message);
        } else if (events != null) {
            events.accept(message);
        }
    }

    @Override
    public void start() {
        if (settings.isThere()) {
            keeping = Thread.ofVirtual().name("media server").start(this::keep);
        }
    }

    @Override
    public void stop() {
        Thread running = keeping;
        if (running != null) {
            running.interrupt();
            keeping = null;
        }
        client.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return keeping != null;
    }

    private void keep() {
        try {
            while (true) {
                connectUntilLost();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectUntilLost() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        try {
            WebSocket open = client.newWebSocketBuilder()
                    .subprotocols("janus-protocol")
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create(String.valueOf(settings.janus())), new Reader(over))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            epoch.incrementAndGet();
            socket = open;
            LOG.info("the media server of calls in groups is there");
            try {
                over.await();
            } finally {
                open.abort();
            }
            LOG.warn("the media server of calls in groups is gone");
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the media server is not there", e);
            return;
        } finally {
            socket = null;
        }
        handles.clear();
        asked.values().forEach(waiting -> waiting.completeExceptionally(new Refused(Reason.UNAVAILABLE)));
        lost.run();
    }

    private final class Reader implements WebSocket.Listener {

        private final CountDownLatch over;
        private final StringBuilder begun = new StringBuilder();

        Reader(CountDownLatch over) {
            this.over = over;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                String text = begun.toString();
                begun.setLength(0);
                try {
                    arrived(text);
                } catch (RuntimeException e) {
                    LOG.error("the media server said what cannot be handled", e);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            over.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            over.countDown();
        }
    }
}
