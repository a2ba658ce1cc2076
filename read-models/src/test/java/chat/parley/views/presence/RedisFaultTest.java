package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.UserId;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestInfrastructure;
import chat.parley.views.ViewUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisFaultTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final UserId alice = new UserId(UUID.randomUUID());

    @Test
    void whileRedisIsAwayPresenceIsUnavailableAtOnceAndWorksAgainOnceItIsBack() throws Exception {
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Component.REDIS);
        // What a first connection loads may take longer than the time-out.
        RedisStores.empty(RedisStores.LONG).close();
        try (RedisStores stores = RedisStores.empty(RedisStores.LONG, TIMEOUT)) {
            infrastructure.kill(Component.REDIS);
            try {
                Instant begin = Instant.now();
                assertThatThrownBy(() -> stores.presences().of(List.of(alice))).isInstanceOf(ViewUnavailable.class);
                assertThatThrownBy(() -> stores.nodes().live()).isInstanceOf(ViewUnavailable.class);
                assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
            } finally {
                infrastructure.restart(Component.REDIS);
            }
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(stores.presences().of(List.of(alice)))
                            .containsEntry(alice, new Presence(false, null)));
        }
    }

    @Test
    void whatStartsBeforeRedisDoesIsToldSoAndNoMore() {
        Map<String, Object> nowhere = Map.of("spring.data.redis.url", "redis://127.0.0.1:1");
        try (RedisStores stores = RedisStores.over(nowhere, RedisStores.LONG, TIMEOUT)) {
            assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
            assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
        }
    }

    @Test
    void whatIsAskedAfterTheEndIsToldSoToo() {
        RedisStores stores = RedisStores.empty(RedisStores.LONG);
        stores.close();

        assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
    }

    @Test
    void thoseWhoWaitForARedisThatDoesNotAnswerAreToldTogether() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RedisStores stores = RedisStores.over(
                        Map.of("spring.data.redis.url", "redis://127.0.0.1:" + silent.getLocalPort()),
                        RedisStores.LONG,
                        TIMEOUT);
                ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant begin = Instant.now();

            List<CompletableFuture<Optional<TicketHolder>>> asked = IntStream.range(0, 20)
                    .mapToObj(_ ->
                            CompletableFuture.supplyAsync(() -> stores.tickets().redeem("a ticket"), waiting))
                    .toList();

            assertThat(asked)
                    .allSatisfy(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(ViewUnavailable.class));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }
}
