package chat.parley.analytics;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands every event of Parley's log to a view, once and in order: first what it lacks, over HTTP, then live, from a queue. */
public final class LogFollower {

    /** What is made of the events. It stores the position of the newest together with what it made of it. */
    public interface View {

        long position();

        void apply(JsonNode event);
    }

    /** Where Parley is and who asks. The queue is this view's own, the exchange is what the client's scope allows. */
    public record Access(URI parley, String client, String secret, String exchange, String queue) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Access access;
    private final View view;

    public LogFollower(Access access, View view) {
        this.access = access;
        this.view = view;
    }

    /**
     * Follows until the connection is gone. One that recovers by itself would not know what was lost with it: follow again,
     * over a new one.
     */
    public void follow(Connection rabbitmq) throws IOException, InterruptedException {
        Channel channel = rabbitmq.createChannel();
        channel.queueDeclare(access.queue(), true, false, false, null);
        channel.queueBind(access.queue(), access.exchange(), "#");
        replay(); // what is recorded from here on is in the queue, and what was before is in the replay
        channel.basicQos(500);
        channel.basicConsume(access.queue(), false, (_, delivery) -> live(channel, delivery), _ -> channel.abort());
    }

    private void live(Channel channel, Delivery delivery) throws IOException {
        JsonNode event = JSON.readTree(delivery.getBody());
        if (event.get("position").asLong() > view.position() + 1) {
            replayInterruptibly(); // positions have no holes: the queue has lost something, the log has not
        }
        applyIfNew(event);
        channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
    }

    /** What the replay already brought, and what the queue brings twice, is not beyond the view's position. */
    private void applyIfNew(JsonNode event) {
        if (event.get("position").asLong() > view.position()) {
            view.apply(event);
        }
    }

    private void replay() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(access.parley().resolve("/api/events?after=" + view.position()))
                .header("Authorization", "Bearer " + token())
                .build();
        HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException(String.join("", lines.toList()));
            }
            for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
                JsonNode event = JSON.readTree(line.next());
                if (event.get("type").asString().equals("parley.replay.end")) {
                    return;
                }
                applyIfNew(event);
            }
        }
        throw new IOException("the replay was cut off after position " + view.position());
    }

    private void replayInterruptibly() throws IOException {
        try {
            replay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String token() throws IOException, InterruptedException {
        byte[] credentials = (access.client() + ":" + access.secret()).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(access.parley().resolve("/api/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return JSON.readTree(response.body()).required("access_token").asString();
    }
}
