package chat.parley.gateway;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import chat.parley.access.PublicKeys;
import chat.parley.database.Role;
import chat.parley.distribution.Broker;
import chat.parley.events.ConversationId;
import chat.parley.gateway.node.NodeInbox;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.SigningKeyPair;
import chat.parley.testing.JsonHttp;
import chat.parley.testing.RaisedLimits;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import chat.parley.views.presence.NodeId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A started gateway over real Redis, RabbitMQ and PostgreSQL. */
final class GatewayNode implements AutoCloseable {

    static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Component.POSTGRESQL, Component.REDIS, Component.RABBITMQ);
    private static final SigningKeyPair ACCESS = SigningKeyPair.fresh();
    private static final SigningKeyPair SERVICE = SigningKeyPair.fresh();

    /** The command side's: a gateway can issue none. */
    private static final AccessTokens TOKENS = new AccessTokens(
            ACCESS.privateKey(),
            new PublicKeys(List.of(ACCESS.publicKey()), List.of(SERVICE.publicKey())),
            Clock.systemUTC());

    static final String ORIGIN = "https://chat.example.org";

    private final ConfigurableApplicationContext context;

    private GatewayNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static GatewayNode start(TestLog log) {
        return start(log, Map.of());
    }

    /** Returns once it has joined the others. */
    static GatewayNode start(TestLog log, Map<String, Object> more) {
        GatewayNode node = startJoining(log, more);
        node.awaitJoined(log);
        return node;
    }

    /** As the other, but events may still pass it by. */
    static GatewayNode startJoining(TestLog log, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(GatewayApplication.DEFAULTS);
        properties.putAll(properties());
        properties.putAll(more);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(GatewayOverTestLog.class)
                .properties(properties)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("testLog", log))
                .run();
        log.publishThrough(context.getBean(Broker.class));
        return new GatewayNode(context);
    }

    static Map<String, Object> properties() {
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.GATEWAY);
        Map<String, Object> properties = new HashMap<>(RaisedLimits.properties());
        properties.put("server.port", 0);
        properties.put("server.address", "localhost");
        properties.put("spring.datasource.url", postgresql.jdbcUrl());
        properties.put("spring.datasource.username", postgresql.user());
        properties.put("spring.datasource.password", postgresql.password());
        properties.put(
                "spring.data.redis.url",
                INFRASTRUCTURE.addresses().redis().uri().toString());
        properties.put(
                "spring.rabbitmq.addresses",
                INFRASTRUCTURE.addresses().rabbitmq().uri().toString());
        properties.put("parley.secret.service", SERVICE.privateKey());
        properties.put("parley.publickey.access", ACCESS.publicKey());
        properties.put("parley.publickey.service", SERVICE.publicKey());
        properties.put("parley.origins", ORIGIN);
        return properties;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As somebody else who is let in to the broker. */
    void send(String exchange, String routingKey, byte[] body) {
        bean(RabbitTemplate.class)
                .send(exchange, routingKey, MessageBuilder.withBody(body).build());
    }

    NodeId id() {
        return bean(NodeId.class);
    }

    String address() {
        return "localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    HttpResponse<String> request(HttpRequest.Builder request) {
        return JsonHttp.send(request);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    /** As an operator. */
    HttpRequest.Builder toManagement(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.management.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private URI address(String path) {
        return URI.create("http://" + address() + path);
    }

    String ticket(Caller caller, String body) {
        HttpResponse<String> answer = ticketAnswer(caller, body);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return JsonHttp.body(answer).get("ticket").asString();
    }

    HttpResponse<String> ticketAnswer(Caller caller, String body) {
        return JsonHttp.send(
                JsonHttp.request("POST", address("/api/socket-tickets"), TOKENS.accessToken(caller), body));
    }

    /** Until Redis is reached again after a restart. */
    void awaitTickets() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> !ticket(People.someone(), "{}").isEmpty());
    }

    /** While events pass a node by, a client that has resumed is told of none; none is replayed to it either once the queue is there. */
    private void awaitJoined(TestLog log) {
        awaitTickets();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(bean(NodeInbox.class)::isConnected);
        People people = People.make();
        ConversationId conversation =
                log.startDirect(people.alice().user(), people.bob().user());
        try (Client bob = ready(people.bob())) {
            log.say(conversation, people.alice().user(), "joined");
            bob.awaitTexts(conversation, "joined");
        }
    }

    Client connect(Caller caller) {
        return Client.open(this, ticket(caller, "{\"client\":\"browser\"}"), ORIGIN);
    }

    /** Connected and told {@code ready}, from a cursor or, without one, for the first time. */
    Client ready(Caller caller, String... cursor) {
        Client client = connect(caller);
        client.resume(cursor);
        client.await("ready");
        return client;
    }

    @Override
    public void close() {
        context.close();
    }
}
