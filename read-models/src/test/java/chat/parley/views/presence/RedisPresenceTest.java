package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.SessionId;
import chat.parley.views.presence.RedisStores.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisPresenceTest extends PresenceContract {

    private static final Duration LAST_SEEN_KEPT = Duration.ofMillis(300);

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final RedisStores stores = empty(LEASE, Duration.ofDays(90));

    RedisStores empty(Duration lease, Duration lastSeenKept) {
        return RedisStores.empty(new Times(lease, lastSeenKept));
    }

    @AfterEach
    void disconnect() {
        stores.close();
    }

    @Override
    Sockets sockets() {
        return stores.sockets();
    }

    @Override
    GatewayNodes nodes() {
        return stores.nodes();
    }

    @Override
    Presences presences() {
        return stores.presences();
    }

    @Override
    void lose() {
        stores.lose();
    }

    @Override
    void lapse(NodeId node) {
        renewedAgo(node, LEASE);
    }

    private void renewedAgo(NodeId node, Duration ago) {
        double millis = Instant.now().minus(ago).toEpochMilli();
        stores.redis().opsForZSet().add(PresenceKeys.NODES, node.toString(), millis);
    }

    @Test
    void aLeaseThatIsRenewedInTimeBeginsAnew() {
        Instant begin = Instant.now();
        renewedAgo(one, LEASE.minusSeconds(10));

        assertThat(nodes().renew(one)).isTrue();

        Double renewed = stores.redis().opsForZSet().score(PresenceKeys.NODES, one.toString());
        assertThat(renewed).isNotNull().isGreaterThanOrEqualTo((double) begin.toEpochMilli());
    }

    @Test
    void aLeaseThatIsNotRenewedLapsesWithTimeAndItsSocketsWereLastSeenWhenItWasRenewed() {
        try (RedisStores brief = empty(Duration.ofMillis(200), Duration.ofDays(90))) {
            brief.nodes().join(one, List::of);
            brief.sockets().opened(one, socketOf(alice));

            await().until(() -> brief.nodes().live().isEmpty());

            Instant lastSeen = Objects.requireNonNull(
                    Objects.requireNonNull(brief.presences().of(List.of(alice)).get(alice))
                            .lastSeen());
            assertThat(brief.nodes().sweep()).containsExactly(alice);
            assertThat(brief.presences().of(List.of(alice))).containsEntry(alice, new Presence(false, lastSeen));
        }
    }

    @Test
    void aDeviceNotSeenForLongIsForgottenWhileTheOthersStay() {
        try (RedisStores forgetful = empty(LEASE, LAST_SEEN_KEPT)) {
            Socket old = socketOf(alice, new SessionId(UUID.randomUUID()), null);
            Socket current = socketOf(alice, new SessionId(UUID.randomUUID()), null);
            forgetful.sockets().closed(one, old);

            await().untilAsserted(() -> {
                forgetful.sockets().closed(one, current);
                assertThat(forgetful.presences().lastSeenOfDevices(alice)).containsOnlyKeys(current.session());
            });
        }
    }

    @Test
    void ofSomeoneWhoIsForgottenOnlyAMarkThatPassesIsKept() {
        Socket phone = socketOf(alice);
        sockets().opened(one, phone);
        sockets().closed(one, socketOf(alice));
        stores.tickets().issue("hers", new TicketHolder(alice, phone.session(), false));
        stores.tickets().issue("his", new TicketHolder(bob, phone.session(), false));

        presences().forget(alice);

        String mark = PresenceKeys.erased(alice);
        assertThat(stores.keys())
                .filteredOn(key -> key.contains(alice.toString()))
                .containsExactly(mark);
        assertThat(stores.millisLeft(mark)).isBetween(1L, Duration.ofDays(1).toMillis());
        assertThat(stores.keys()).doesNotContain(PresenceKeys.socketsOf(one));
        assertThat(stores.tickets().redeem("hers")).isEmpty();
        assertThat(stores.tickets().redeem("his")).isPresent();
    }

    @Test
    void someoneNotSeenForLongLeavesNothingBehind() {
        try (RedisStores forgetful = empty(LEASE, LAST_SEEN_KEPT)) {
            forgetful.nodes().join(one, List::of);
            Socket socket = socketOf(alice);
            forgetful.sockets().opened(one, socket);
            forgetful.sockets().closed(one, socket);
            forgetful.nodes().leave(one);

            await().untilAsserted(() -> assertThat(forgetful.keys()).isEmpty());
        }
    }
}
