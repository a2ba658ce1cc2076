package chat.parley.distribution;

import com.rabbitmq.client.NoOpMetricsCollector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;

/** The broker that {@code spring.rabbitmq} names, over connections that each have one purpose. */
public final class Broker implements AutoCloseable {

    private static final int CLOSE_WITHIN_MS = (int) Duration.ofSeconds(5).toMillis();

    private final com.rabbitmq.client.ConnectionFactory driver;
    private final CachingConnectionFactoryConfigurer settings;
    private final AmqpAdmin admin;
    private final List<CachingConnectionFactory> opened = new CopyOnWriteArrayList<>();
    private final CachingConnectionFactory consumers;
    private final ConfirmedPublisher publisher;

    /** @param first as Spring Boot makes it; what is declared and what needs no confirm goes over it */
    Broker(CachingConnectionFactory first, CachingConnectionFactoryConfigurer settings, AmqpAdmin admin) {
        first.setConnectionNameStrategy(_ -> "shared");
        this.driver = first.getRabbitConnectionFactory().clone();
        // A count for every message of what is counted here already, see the meters of the relay and of the views.
        driver.setMetricsCollector(new NoOpMetricsCollector());
        this.settings = settings;
        this.admin = admin;
        this.consumers = connections("consumers");
        this.publisher = confirmed("publishers", driver, null);
    }

    /** Declares every exchange and durable queue there is; what is there already stays as it is. */
    public void declare() {
        admin.initialize();
    }

    /**
     * A connection of one's own, which is there from its first use on.
     *
     * @param name shown in RabbitMQ's management
     */
    public CachingConnectionFactory connections(String name) {
        return connections(name, driver);
    }

    /**
     * The one connection of all consumer groups of this process: what several of them are sent comes in the same packets. None holds up
     * another, for it takes in no more than it was promised; so nothing may publish here, which a broker short of memory would stop.
     */
    ConnectionFactory consumers() {
        return consumers;
    }

    /** Which connection the consumers have now; another one than before where that was lost meanwhile. */
    @Nullable
    Object consuming() {
        return consumers.createConnection().getDelegate();
    }

    /** For everyone who publishes now and then. */
    public ConfirmedPublisher publisher() {
        return publisher;
    }

    /**
     * As {@link #publisher}, for one who publishes most and sends a batch in few packets; over TLS, whose sockets are not ours to make,
     * in as many as the client likes.
     */
    public ConfirmedPublisher gatheringPublisher(String name) {
        if (driver.isSSL()) {
            return confirmed(name, driver, null);
        }
        GatheringSocket.Factory sockets = new GatheringSocket.Factory();
        com.rabbitmq.client.ConnectionFactory gathering = driver.clone();
        gathering.setSocketFactory(sockets);
        return confirmed(name, gathering, sockets);
    }

    private ConfirmedPublisher confirmed(
            String name, com.rabbitmq.client.ConnectionFactory driver, GatheringSocket.@Nullable Factory sockets) {
        CachingConnectionFactory connections = connections(name, driver);
        connections.setPublisherConfirmType(ConfirmType.SIMPLE);
        return new ConfirmedPublisher(new RabbitTemplate(connections), sockets);
    }

    private CachingConnectionFactory connections(String name, com.rabbitmq.client.ConnectionFactory driver) {
        CachingConnectionFactory connections = new CachingConnectionFactory(driver);
        settings.configure(connections);
        connections.setConnectionNameStrategy(_ -> name);
        connections.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        connections.setCloseTimeout(CLOSE_WITHIN_MS);
        opened.add(connections);
        return connections;
    }

    @Override
    public void close() {
        opened.forEach(CachingConnectionFactory::destroy);
    }
}
