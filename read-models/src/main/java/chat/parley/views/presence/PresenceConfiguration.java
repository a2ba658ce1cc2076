package chat.parley.views.presence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Presence over the Redis that Spring Boot connects to, which need not be there when this starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PresenceSettings.class)
@Import(LettuceConfiguration.class)
@PropertySource("classpath:chat/parley/views/presence/presence-defaults.properties")
public class PresenceConfiguration {

    @Bean
    RedisFailures redisFailures(LettuceConnectionFactory connections) {
        return new RedisFailures(connections);
    }

    @Bean
    NodeSockets nodeSockets(StringRedisTemplate redis, PresenceSettings settings) {
        return new NodeSockets(redis, settings.lease(), RedisPresences.LAST_SEEN_KEPT);
    }

    @Bean
    Sockets sockets(
            StringRedisTemplate redis,
            NodeSockets nodeSockets,
            PresenceSettings settings,
            RedisFailures redisFailures) {
        return redisFailures.told(Sockets.class, new RedisSockets(redis, nodeSockets, settings.lease()));
    }

    @Bean
    GatewayNodes gatewayNodes(
            StringRedisTemplate redis,
            NodeSockets nodeSockets,
            PresenceSettings settings,
            RedisFailures redisFailures) {
        return redisFailures.told(GatewayNodes.class, new RedisGatewayNodes(redis, nodeSockets, settings.lease()));
    }

    @Bean
    Presences presences(
            StringRedisTemplate redis,
            NodeSockets nodeSockets,
            PresenceSettings settings,
            RedisFailures redisFailures) {
        return redisFailures.told(Presences.class, new RedisPresences(redis, nodeSockets, settings.lease()));
    }

    @Bean
    Tickets tickets(StringRedisTemplate redis, RedisFailures redisFailures) {
        return redisFailures.told(Tickets.class, new RedisTickets(redis, Tickets.LIFETIME));
    }
}
