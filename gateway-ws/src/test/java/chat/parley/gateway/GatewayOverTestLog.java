package chat.parley.gateway;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.cassandra.autoconfigure.CassandraAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway with a {@link TestLog} in the place of the services it calls. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = CassandraAutoConfiguration.class)
@Import(Gateway.class)
class GatewayOverTestLog {}
