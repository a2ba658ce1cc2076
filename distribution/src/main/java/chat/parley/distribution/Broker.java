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
        // These meters would count every message; the relay and the views count the same.
        driver.setMetricsCollector(new NoOpMetricsCollector());
        this.settings = settings;
        this.admin = admin;
        this.consumers = connections("consumers");
        this.publisher = confirmed("publishers", driver, null);
    }

    /** Declares every exchange and durable queue; existing ones stay as they are. */
    public void declare() {
        admin.initialize();
    }

    /**
     * A separate connection, opened on first use.
     *
     * @param name shown in RabbitMQ's management
     */
    public CachingConnectionFactory connections(String name) {
        return connections(name, driver);
    }

    /**
     * The one connection of all consumer groups of this process, so that their deliveries share packets. No group delays
     * another, because each accepts only its prefetch. Nothing may publish on it: a broker short of memory would block it.
     */
    ConnectionFactory consumers() {
        return consumers;
    }

    /** The consumers' present connection; a different object after it was lost. */
    @Nullable
    Object consuming() {
        return consumers.createConnection().getDelegate();
    }

    /** For occasional publishing. */
    public ConfirmedPublisher publisher() {
        return publisher;
    }

    /**
     * As {@link #publisher}, for the main publisher, which sends a batch in few packets. Over TLS, whose sockets we do not
     * create, the client decides.
     */
    public ConfirmedPublisher coalescingPublisher(String name) {
        if (driver.isSSL()) {
            return confirmed(name, driver, null);
        }
        CoalescingSocket.Factory sockets = new CoalescingSocket.Factory();
        com.rabbitmq.client.ConnectionFactory gathering = driver.clone();
        gathering.setSocketFactory(sockets);
        return confirmed(name, gathering, sockets);
    }

    private ConfirmedPublisher confirmed(
            String name, com.rabbitmq.client.ConnectionFactory driver, CoalescingSocket.@Nullable Factory sockets) {
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
