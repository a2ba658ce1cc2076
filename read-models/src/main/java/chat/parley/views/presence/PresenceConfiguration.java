package chat.parley.views.presence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Presence over Redis. Redis need not be there when this starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisSettings.class)
public class PresenceConfiguration {

    @Bean(destroyMethod = "close")
    Redis presenceRedis(RedisSettings settings) {
        return new Redis(settings);
    }

    @Bean
    Scripts presenceScripts(Redis presenceRedis, RedisSettings settings) {
        return new Scripts(presenceRedis, settings.lease(), RedisPresences.LAST_SEEN_KEPT);
    }

    @Bean
    Sockets sockets(Scripts presenceScripts) {
        return new RedisSockets(presenceScripts);
    }

    @Bean
    GatewayNodes gatewayNodes(Redis presenceRedis, Scripts presenceScripts) {
        return new RedisGatewayNodes(presenceRedis, presenceScripts);
    }

    @Bean
    Presences presences(Redis presenceRedis, Scripts presenceScripts) {
        return new RedisPresences(presenceRedis, presenceScripts);
    }

    @Bean
    Tickets tickets(Redis presenceRedis) {
        return new RedisTickets(presenceRedis, Tickets.LIFETIME);
    }
}
