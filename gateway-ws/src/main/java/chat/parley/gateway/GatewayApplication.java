package chat.parley.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway as a process of its own; any number of them may run. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Gateway.class)
public class GatewayApplication {

    /** What holds for the process and not for the gateway's beans wherever they run. */
    static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "gateway-ws",
            "spring.flyway.enabled", "false",
            "management.endpoint.health.group.readiness.include", "readinessState,gateway");

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }
}
