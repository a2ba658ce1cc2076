package chat.parley.distribution;

import chat.parley.infrastructure.Component;
import chat.parley.testing.TestInfrastructure;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import org.springframework.amqp.core.Declarables;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The broker as a service has it, and a group that no service has. */
final class BrokerContext {

    static final ConsumerGroup GROUP = new ConsumerGroup("test", 1, null);

    /** What is done on a channel of the driver's. */
    interface ChannelUse {
        void with(Channel channel) throws IOException;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(RabbitAutoConfiguration.class)
    @Import(DistributionConfiguration.class)
    static class Service {

        @Bean
        Declarables groupOfTests(BrokerSettings settings) {
            return Topology.of(settings.queueType(), List.of(GROUP));
        }
    }

    private BrokerContext() {}

    static ConfigurableApplicationContext start(boolean analytics) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.rabbitmq.addresses="
                                + TestInfrastructure.with(Component.RABBITMQ)
                                        .addresses()
                                        .rabbitmq()
                                        .uri(),
                        "parley.rabbitmq.analytics=" + analytics)
                .run();
    }

    /** As an operator or an analyst, who are no part of the service. */
    static Connection connect() throws Exception {
        ConnectionFactory driver = new ConnectionFactory();
        driver.setUri(TestInfrastructure.with(Component.RABBITMQ)
                .addresses()
                .rabbitmq()
                .uri());
        return driver.newConnection("test");
    }

    static void inChannel(ChannelUse use) throws Exception {
        try (Connection connection = connect()) {
            use.with(connection.createChannel());
        }
    }
}
