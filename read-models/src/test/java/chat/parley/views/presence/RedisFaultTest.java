package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.UserId;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import chat.parley.views.ViewUnavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedisFaultTest {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final UserId alice = new UserId(UUID.randomUUID());

    @Test
    void while_redis_is_away_presence_is_unavailable_at_once_and_works_again_once_it_is_back() throws Exception {
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Part.REDIS);
        // What a first connection loads may take longer than the time-out.
        RedisStores.empty(LEASE, KEPT, Tickets.LIFETIME).close();
        try (RedisStores stores = RedisStores.empty(LEASE, KEPT, Tickets.LIFETIME, TIMEOUT)) {
            infrastructure.kill(Part.REDIS);
            try {
                Instant begin = Instant.now();
                assertThatThrownBy(() -> stores.presences().of(List.of(alice))).isInstanceOf(ViewUnavailable.class);
                assertThatThrownBy(() -> stores.nodes().live()).isInstanceOf(ViewUnavailable.class);
                assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
            } finally {
                infrastructure.restart(Part.REDIS);
            }
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(stores.presences().of(List.of(alice)))
                            .containsEntry(alice, new Presence(false, null)));
        }
    }

    @Test
    void what_starts_before_redis_does_is_told_so_and_no_more() {
        try (Redis redis = new Redis(new RedisSettings(URI.create("redis://127.0.0.1:1"), LEASE, TIMEOUT))) {
            Tickets tickets = new RedisTickets(redis, Tickets.LIFETIME);

            assertThatThrownBy(() -> tickets.redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
            assertThatThrownBy(() -> tickets.redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
        }
    }
}
