package chat.parley.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.gateway.outbound.OutboundMeter;
import chat.parley.gateway.outbound.Transport;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import chat.parley.views.presence.SocketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceSenderTest {

    private final Redis redis = new Redis();
    private final Map<UserId, Map<UserId, Set<Detail>>> hidden = new ConcurrentHashMap<>();
    private final PresenceSender teller = new PresenceSender(redis, _ -> new HiddenDetails(hidden));

    @AfterEach
    void stop() {
        redis.turns.release(1_000);
        teller.stop();
    }

    @Test
    void redisIsAskedForManySocketsAtOnce() {
        teller.start();
        List<Told> sockets = Stream.generate(Told::new).limit(500).toList();
        sockets.forEach(each -> teller.add(each.socket, Set.of(someone())));
        redis.turns.release(1_000);
        await().until(() -> sockets.stream().allMatch(each -> each.frames.size() == 1));
        assertThat(redis.asked.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void nothingIsToldOfSomeoneWhoDoesNotShowIt() {
        Told told = new Told();
        UserId alice = someone();
        redis.online.add(alice);
        hidden.put(told.socket.caller().user(), Map.of(alice, Set.of(Detail.ONLINE)));
        redis.turns.release(1_000);
        teller.start();
        teller.add(told.socket, Set.of(alice));
        await().untilAsserted(() -> assertThat(told.frames)
                .singleElement()
                .asString()
                .contains(alice.toString())
                .contains("\"online\":false,\"lastSeen\":null"));
    }

    @Test
    void aChangeThatWaitsIsToldOnceAndAsItIsByThen() {
        Told told = new Told();
        UserId alice = someone();
        for (int i = 0; i < 100; i++) {
            teller.add(told.socket, Set.of(alice));
        }
        redis.online.add(alice);
        redis.turns.release(1_000);
        teller.start();
        await().untilAsserted(() -> assertThat(told.frames)
                .singleElement()
                .asString()
                .contains(alice.toString())
                .contains("true"));
    }

    @Test
    void whatChangesWhileRedisIsAwayIsToldWhenItIsBack() {
        redis.away = true;
        redis.turns.release(1_000);
        teller.start();
        Told told = new Told();
        teller.add(told.socket, Set.of(someone()));
        await().until(() -> redis.asked.get() > 1);
        assertThat(told.frames).isEmpty();
        redis.away = false;
        await().until(() -> told.frames.size() == 1);
    }

    private static UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    /** Answers once for each turn. */
    private static final class Redis implements Presences {

        final Semaphore turns = new Semaphore(0);
        final AtomicInteger asked = new AtomicInteger();
        final Set<UserId> online = ConcurrentHashMap.newKeySet();
        volatile boolean away;

        @Override
        public Map<UserId, Presence> of(Collection<UserId> users) {
            asked.incrementAndGet();
            turns.acquireUninterruptibly();
            if (away) {
                throw new ViewUnavailable(new IllegalStateException());
            }
            return users.stream()
                    .collect(Collectors.toMap(Function.identity(), user -> new Presence(online.contains(user), null)));
        }

        @Override
        public Map<SessionId, Instant> lastSeenOfDevices(UserId user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(UserId user) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Told implements Transport, OutboundMeter {

        final List<String> frames = new CopyOnWriteArrayList<>();
        final ClientSocket socket = new ClientSocket(
                new SocketId(UUID.randomUUID()),
                new Caller(someone(), new SessionId(UUID.randomUUID())),
                new Outbound(this, Outbound.Limits.DEFAULT, this, new FrameMemory(1_000_000)));

        @Override
        public void send(List<String> written) {
            frames.addAll(written);
        }

        @Override
        public void close(CloseCode code) {
            // not of interest here
        }

        @Override
        public void written(int count) {
            // not of interest here
        }

        @Override
        public void closed(CloseCode code) {
            // not of interest here
        }
    }
}
