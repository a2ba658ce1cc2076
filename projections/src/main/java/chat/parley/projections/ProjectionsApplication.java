package chat.parley.projections;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The projections as a process of their own; over HTTP they only tell how they are, and take an operator's word. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Projections.class)
@PropertySource("classpath:chat/parley/projections/projections-alone.properties")
public class ProjectionsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectionsApplication.class, arguments);
    }
}
