package chat.parley.projections;

import chat.parley.database.Role;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.DeadLetters;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.log.EventLog;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.row.SealedRows;
import chat.parley.testing.RawRows;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import chat.parley.views.directory.UserDirectory;
import chat.parley.views.history.ConversationHeads;
import chat.parley.views.history.HistoryCheckpoints;
import chat.parley.views.history.MemberWatermarks;
import chat.parley.views.history.Messages;
import chat.parley.views.history.Receipts;
import chat.parley.views.history.SealedMessage;
import chat.parley.views.presence.Presences;
import chat.parley.views.presence.Sockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is deployed, on real stores and a real broker; what it has in the views can be read here too. */
final class Running implements AutoCloseable {

    static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Component.POSTGRESQL, Component.CASSANDRA, Component.RABBITMQ, Component.REDIS);

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Running start() {
        return start(INFRASTRUCTURE.secret("master"));
    }

    static Running start(String master) {
        Addresses addresses = INFRASTRUCTURE.addresses();
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.PROJECTIONS);
        return new Running(new SpringApplicationBuilder(ProjectionsApplication.class)
                .properties(Map.of(
                        "server.port", 0,
                        "server.address", "127.0.0.1",
                        "spring.datasource.url", postgresql.jdbcUrl(),
                        "spring.datasource.username", postgresql.user(),
                        "spring.datasource.password", postgresql.password(),
                        "parley.secret.master", master,
                        "spring.rabbitmq.addresses", addresses.rabbitmq().uri().toString(),
                        "spring.data.redis.url", addresses.redis().uri().toString()))
                .properties(addresses.cassandra().properties())
                .run("--server.port=0", "--spring.data.redis.timeout=5s", "--spring.data.redis.connect-timeout=5s"));
    }

    /** The command side's, which the views are behind. */
    EventLog log() {
        return CommandLog.bean(EventLog.class);
    }

    /** Records in this service's log. */
    Story story() {
        return new Story(log(), context.getBean(SealedRows.class));
    }

    /** What the view holds of each message of a conversation; nothing for a row that does not open. */
    List<Optional<ParleyEvent>> opened(ConversationId conversation) {
        List<byte[]> rows = messages().after(conversation, 0, 5_000).stream()
                .map(SealedMessage::row)
                .toList();
        return context.getBean(SealedRows.class).open(rows).stream()
                .map(row -> row.map(SealedRows.Opened::event))
                .toList();
    }

    /** What each message of a conversation says; null for one that is gone. */
    List<@Nullable String> texts(ConversationId conversation) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Optional<ParleyEvent> event : opened(conversation)) {
            MessageContent content = event.orElseThrow() instanceof MessageSent sent ? sent.content() : null;
            texts.add(content == null ? null : content.text());
        }
        return texts;
    }

    MemberWatermarks watermarks() {
        return context.getBean(MemberWatermarks.class);
    }

    ConversationHeads heads() {
        return context.getBean(ConversationHeads.class);
    }

    Messages messages() {
        return context.getBean(Messages.class);
    }

    Receipts receipts() {
        return context.getBean(Receipts.class);
    }

    UserDirectory directory() {
        return context.getBean(UserDirectory.class);
    }

    Erasures erasures() {
        return CommandLog.bean(Erasures.class);
    }

    Sockets sockets() {
        return context.getBean(Sockets.class);
    }

    Presences presences() {
        return context.getBean(Presences.class);
    }

    HistoryView historyView() {
        return context.getBean(HistoryView.class);
    }

    DirectoryView directoryView() {
        return context.getBean(DirectoryView.class);
    }

    DeadLetters deadLetters() {
        return context.getBean(DeadLetters.class);
    }

    RawRows rows() {
        return new RawRows(TestDatabase.shared().superuser());
    }

    HistoryCheckpoints historyCheckpoints() {
        return context.getBean(HistoryCheckpoints.class);
    }

    /** As the relay does. */
    void publish(List<Envelope> events) {
        EnvelopeJson json = new EnvelopeJson();
        context.getBean(Broker.class)
                .publisher()
                .publish(events.stream().map(json::outgoing).toList(), true);
    }

    /** Whether every queue of the views is consumed, which is only after what it may have missed was read from the log. */
    boolean consumes() {
        for (ConsumerGroup group : List.of(ConsumerGroup.HISTORY, ConsumerGroup.DIRECTORY)) {
            for (int queue = 0; queue < group.queues(); queue++) {
                if (consumersOf(group, queue) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    long consumersOf(ConsumerGroup group, int queue) {
        QueueInformation found = context.getBean(AmqpAdmin.class).getQueueInfo(group.queue(queue));
        return found == null ? 0 : found.getConsumerCount();
    }

    void deleteQueue(String name) {
        context.getBean(AmqpAdmin.class).deleteQueue(name);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private URI address(String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.management.port"));
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
