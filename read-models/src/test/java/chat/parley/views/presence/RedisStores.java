package chat.parley.views.presence;

import chat.parley.infrastructure.Component;
import chat.parley.testing.TestInfrastructure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Presence over a real Redis that services would connect to by the same settings. */
record RedisStores(
        AnnotationConfigApplicationContext context,
        StringRedisTemplate redis,
        Sockets sockets,
        GatewayNodes nodes,
        Presences presences,
        Tickets tickets)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long things last. */
    record Times(Duration lease, Duration lastSeenKept) {}

    static final Times LONG = new Times(Duration.ofSeconds(5), Duration.ofDays(90));

    static RedisStores empty(Times times) {
        return empty(times, PATIENCE);
    }

    static RedisStores empty(Times times, Duration timeout) {
        RedisStores stores = over(url(), times, timeout);
        stores.lose();
        return stores;
    }

    static Map<String, Object> url() {
        return Map.of(
                "spring.data.redis.url",
                TestInfrastructure.with(Component.REDIS)
                        .addresses()
                        .redis()
                        .uri()
                        .toString());
    }

    static RedisStores over(Map<String, Object> settings, Times times, Duration timeout) {
        AnnotationConfigApplicationContext context = connected(settings, timeout);
        return over(context, context.getBean(StringRedisTemplate.class), times);
    }

    static RedisStores over(AnnotationConfigApplicationContext context, StringRedisTemplate redis, Times times) {
        RedisFailures failures = new RedisFailures(context.getBean(LettuceConnectionFactory.class));
        NodeSockets sockets = new NodeSockets(redis, times.lease(), times.lastSeenKept());
        return new RedisStores(
                context,
                redis,
                failures.told(Sockets.class, new RedisSockets(redis, sockets, times.lease())),
                failures.told(GatewayNodes.class, new RedisGatewayNodes(redis, sockets, times.lease())),
                failures.told(Presences.class, new RedisPresences(redis, sockets, times.lease())),
                failures.told(Tickets.class, new RedisTickets(redis, Tickets.LIFETIME)));
    }

    static AnnotationConfigApplicationContext connected(Map<String, Object> settings, Duration timeout) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("redis", settings));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "time-outs",
                        Map.of("spring.data.redis.timeout", timeout, "spring.data.redis.connect-timeout", timeout)));
        context.register(Connected.class);
        context.refresh();
        return context;
    }

    void lose() {
        redis.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushAll();
            return true;
        });
    }

    Set<String> keys() {
        return Objects.requireNonNull(redis.keys("*"));
    }

    long millisLeft(String key) {
        return Objects.requireNonNull(redis.getExpire(key, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataRedisAutoConfiguration.class, SslAutoConfiguration.class})
    @Import(PresenceConfiguration.class)
    static class Connected {}
}
