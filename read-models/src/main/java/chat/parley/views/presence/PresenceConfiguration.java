package chat.parley.views.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Presence in the Redis that Spring Boot connects to, which need not be available at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PresenceSettings.class)
@Import(LettuceConfiguration.class)
@PropertySource("classpath:chat/parley/views/presence/presence-defaults.properties")
public class PresenceConfiguration {

    private final StringRedisTemplate redis;
    private final Duration lease;
    private final NodeSockets sockets;
    private final RedisFailures failures;

    PresenceConfiguration(StringRedisTemplate redis, LettuceConnectionFactory connections, PresenceSettings settings) {
        this.redis = redis;
        lease = settings.lease();
        sockets = new NodeSockets(redis, lease, RedisPresences.LAST_SEEN_KEPT);
        failures = new RedisFailures(connections);
    }

    @Bean
    Sockets sockets() {
        return failures.told(Sockets.class, new RedisSockets(redis, sockets, lease));
    }

    @Bean
    GatewayNodes gatewayNodes() {
        return failures.told(GatewayNodes.class, new RedisGatewayNodes(redis, sockets, lease));
    }

    @Bean
    Presences presences() {
        return failures.told(Presences.class, new RedisPresences(redis, sockets, lease));
    }

    @Bean
    Tickets tickets() {
        return failures.told(Tickets.class, new RedisTickets(redis, Tickets.LIFETIME));
    }
}
