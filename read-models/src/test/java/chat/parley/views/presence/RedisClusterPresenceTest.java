package chat.parley.views.presence;

import chat.parley.views.presence.RedisStores.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The same in a cluster, where keys of one script have to be in one slot, and with scripts that may touch nothing but their KEYS. */
class RedisClusterPresenceTest extends RedisPresenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static ClusterNode cluster;

    @BeforeAll
    static void startCluster(@TempDir Path folder) throws IOException {
        cluster = ClusterNode.start(folder);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @Override
    RedisStores empty(Duration lease, Duration lastSeenKept) {
        AnnotationConfigApplicationContext context =
                RedisStores.connected(Map.of("spring.data.redis.cluster.nodes", cluster.address()), PATIENCE);
        RedisStores stores = RedisStores.over(
                context,
                new WatchedKeys(context.getBean(RedisConnectionFactory.class)),
                new Times(lease, lastSeenKept));
        stores.lose();
        return stores;
    }
}
