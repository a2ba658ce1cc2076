package chat.parley.gateway;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.cassandra.autoconfigure.CassandraAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The gateway as a process of its own; any number of them may run. It asks nothing of Cassandra, so it does not connect to it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = CassandraAutoConfiguration.class)
@Import(Gateway.class)
public class GatewayApplication {

    /** Defaults of the stand-alone process. */
    static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "gateway-ws",
            "management.endpoint.health.group.readiness.include", "readinessState,gateway");

    private static final List<String> NEEDED = List.of("parley.gateway.command-url", "parley.gateway.query-url");

    /** Checked first: as a process of its own the gateway needs the addresses of the other services. */
    @Bean
    static BeanFactoryPostProcessor neededAddresses(Environment environment) {
        return _ -> {
            for (String address : NEEDED) {
                if (!environment.containsProperty(address)) {
                    throw new IllegalStateException(
                            address + " is not set: the gateway needs the other services' addresses");
                }
            }
        };
    }

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }
}
