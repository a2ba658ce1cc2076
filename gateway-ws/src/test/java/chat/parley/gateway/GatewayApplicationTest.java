package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as a process of its own. */
class GatewayApplicationTest {

    @Test
    void itStartsGivenAddressesAndSecrets() {
        try (ConfigurableApplicationContext context = start(properties())) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void itRefusesWithoutKeys() {
        for (String needed : List.of("parley.secret.service", "parley.publickey.access", "parley.publickey.service")) {
            Map<String, Object> properties = properties();
            properties.remove(needed);
            assertThatThrownBy(() -> start(properties)).hasStackTraceContaining(needed + " is not set");
        }
    }

    @Test
    void itRefusesWithoutTheOtherServices() {
        Map<String, Object> properties = properties();
        properties.remove("parley.gateway.query-url");
        assertThatThrownBy(() -> start(properties)).hasStackTraceContaining("parley.gateway.query-url is not set");
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(GatewayApplication.DEFAULTS);
        properties.putAll(GatewayNode.properties());
        properties.put("parley.gateway.command-url", "http://localhost:1");
        properties.put("parley.gateway.query-url", "http://localhost:1");
        return properties;
    }

    private static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(properties)
                .run();
    }
}
