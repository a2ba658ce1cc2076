package chat.parley.views.presence;

import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Presence over a real Redis, emptied for each test. */
record RedisStores(Redis redis, Sockets sockets, GatewayNodes nodes, Presences presences, Tickets tickets)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static RedisStores empty(Duration lease, Duration lastSeenKept, Duration ticketLifetime) {
        return empty(lease, lastSeenKept, ticketLifetime, PATIENCE);
    }

    static RedisStores empty(Duration lease, Duration lastSeenKept, Duration ticketLifetime, Duration timeout) {
        Redis redis = new Redis(new RedisSettings(
                TestInfrastructure.with(Part.REDIS).addresses().redis().uri(), lease, timeout));
        redis.ask(commands -> commands.flushall());
        Scripts scripts = new Scripts(redis, lease, lastSeenKept);
        return new RedisStores(
                redis,
                new RedisSockets(scripts),
                new RedisGatewayNodes(redis, scripts),
                new RedisPresences(redis, scripts),
                new RedisTickets(redis, ticketLifetime));
    }

    void lose() {
        redis.ask(commands -> commands.flushall());
    }

    List<String> keys() {
        return Objects.requireNonNull(redis.ask(commands -> commands.keys("*")));
    }

    long millisLeft(String key) {
        return Objects.requireNonNull(redis.ask(commands -> commands.pttl(key)));
    }

    @Override
    public void close() {
        redis.close();
    }
}
