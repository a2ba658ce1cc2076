package chat.parley.standalone;

import chat.parley.command.CommandSide;
import chat.parley.gateway.Gateway;
import chat.parley.projections.Projections;
import chat.parley.query.QuerySide;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The services in one context: what they call each other over HTTP for elsewhere is a method call here. Those that read the history
 * come last, since their start waits for Cassandra, which takes longest.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, Gateway.class, Projections.class, QuerySide.class})
class StandaloneConfiguration {}
