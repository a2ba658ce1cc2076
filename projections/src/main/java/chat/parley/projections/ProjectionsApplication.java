package chat.parley.projections;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The projections as a process of its own; over HTTP it offers only health, metrics and the operator's endpoints. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Projections.class)
@PropertySource("classpath:chat/parley/projections/projections-alone.properties")
public class ProjectionsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectionsApplication.class, arguments);
    }
}
