package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link Sockets}, {@link GatewayNodes} and {@link Presences} do together: neither shows anything without the others.
 */
abstract class PresenceContract {

    final NodeId one = new NodeId(UUID.randomUUID());
    final NodeId other = new NodeId(UUID.randomUUID());
    final UserId alice = new UserId(UUID.randomUUID());
    final UserId bob = new UserId(UUID.randomUUID());

    abstract Sockets sockets();

    abstract GatewayNodes nodes();

    abstract Presences presences();

    /** Forgets everything, as a store that was emptied did. */
    abstract void lose();

    /** Makes a node's lease lapse now. */
    abstract void lapse(NodeId node);

    @BeforeEach
    void joinBoth() {
        nodes().join(one, List::of);
        nodes().join(other, List::of);
    }

    static Socket socketOf(UserId user) {
        return socketOf(user, new SessionId(UUID.randomUUID()), null);
    }

    static Socket socketOf(UserId user, SessionId session, @Nullable ConversationId room) {
        return new Socket(new SocketId(UUID.randomUUID()), user, session, room);
    }

    Presence presenceOf(UserId user) {
        return Objects.requireNonNull(presences().of(List.of(user)).get(user));
    }

    @Test
    void someoneNeverSeenIsOfflineAndNothingMoreIsKnown() {
        assertThat(presenceOf(alice)).isEqualTo(new Presence(false, null));
        assertThat(sockets().of(alice)).isEmpty();
    }

    @Test
    void theFirstSocketBringsSomeoneOnlineAndTheLastTakesThemOffline() {
        Socket phone = socketOf(alice);
        Socket laptop = socketOf(alice);

        assertThat(sockets().opened(one, phone)).isTrue();
        assertThat(sockets().opened(other, laptop)).isFalse();
        assertThat(presenceOf(alice)).isEqualTo(new Presence(true, null));

        assertThat(sockets().closed(one, phone)).isFalse();
        assertThat(presenceOf(alice).online()).isTrue();
        assertThat(sockets().closed(other, laptop)).isTrue();
        assertThat(presenceOf(alice).online()).isFalse();
    }

    @Test
    void lastSeenIsWhenTheSocketClosedForTheUserAndForEachDevice() {
        SessionId phone = new SessionId(UUID.randomUUID());
        SessionId laptop = new SessionId(UUID.randomUUID());
        Socket first = socketOf(alice, phone, null);
        Socket second = socketOf(alice, laptop, null);
        sockets().opened(one, first);
        sockets().opened(one, second);

        sockets().closed(one, first);
        sockets().closed(one, second);

        Map<SessionId, Instant> devices = presences().lastSeenOfDevices(alice);
        assertThat(devices).containsOnlyKeys(phone, laptop);
        Instant lastSeen = Objects.requireNonNull(presenceOf(alice).lastSeen());
        assertThat(lastSeen).isEqualTo(devices.get(laptop)).isAfterOrEqualTo(devices.get(phone));
        assertThat(Duration.between(lastSeen, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void eachDeviceSaysWhichRoomItIsIn() {
        ConversationId room = new ConversationId(UUID.randomUUID());
        Socket phone = socketOf(alice);
        Socket laptop = socketOf(alice, new SessionId(UUID.randomUUID()), room);
        sockets().opened(one, phone);
        sockets().opened(other, laptop);
        assertThat(sockets().of(alice))
                .containsExactlyInAnyOrder(new HeldSocket(one, phone), new HeldSocket(other, laptop));

        Socket moved = new Socket(phone.id(), alice, phone.session(), room);
        Socket left = new Socket(laptop.id(), alice, laptop.session(), null);
        sockets().focused(one, moved);
        sockets().focused(other, left);
        assertThat(sockets().of(alice))
                .containsExactlyInAnyOrder(new HeldSocket(one, moved), new HeldSocket(other, left));
    }

    @Test
    void aClosedSocketDoesNotComeBackByChangingRooms() {
        Socket phone = socketOf(alice);
        sockets().opened(one, phone);
        sockets().closed(one, phone);

        sockets().focused(one, phone);

        assertThat(sockets().of(alice)).isEmpty();
    }

    @Test
    void theNodesToTellAreThoseThatHoldSomeone() {
        sockets().opened(one, socketOf(alice));
        sockets().opened(one, socketOf(alice));
        sockets().opened(one, socketOf(bob));
        sockets().opened(other, socketOf(bob));

        assertThat(sockets().nodesOf(List.of(alice, bob, new UserId(UUID.randomUUID()))))
                .isEqualTo(Map.of(one, Set.of(alice, bob), other, Set.of(bob)));
        assertThat(sockets().nodesOf(List.of())).isEmpty();
    }

    @Test
    void aNodeThatDoesNotRenewIsDeadAndSoAreItsSockets() {
        Socket phone = socketOf(alice);
        sockets().opened(one, phone);

        lapse(one);

        assertThat(nodes().live()).containsExactly(other);
        assertThat(sockets().nodesOf(List.of(alice))).isEmpty();
        assertThat(sockets().of(alice)).isEmpty();
        assertThat(presenceOf(alice).online()).isFalse();
        assertThat(presenceOf(alice).lastSeen()).isNotNull();
        assertThat(nodes().renew(one)).isFalse();
    }

    @Test
    void whoeverSweepsADeadNodeIsToldWhoWentOfflineAndNobodyElseIs() {
        sockets().opened(one, socketOf(alice));
        sockets().opened(one, socketOf(alice));
        sockets().opened(one, socketOf(bob));
        sockets().opened(other, socketOf(bob));
        lapse(one);

        assertThat(nodes().sweep()).containsExactly(alice);
        assertThat(nodes().sweep()).isEmpty();
        assertThat(presenceOf(alice).lastSeen()).isNotNull();
        assertThat(presenceOf(bob).online()).isTrue();
    }

    @Test
    void someoneWhoIsForgottenLeavesNoTraceEvenByWhatHappensAfterwards() {
        Socket phone = socketOf(alice);
        Socket laptop = socketOf(alice);
        sockets().opened(one, phone);
        sockets().opened(other, laptop);
        sockets().opened(one, socketOf(bob));
        sockets().closed(one, socketOf(alice));

        presences().forget(alice);
        sockets().closed(one, phone);
        sockets().focused(other, laptop);
        sockets().opened(other, socketOf(alice));
        nodes().join(other, () -> List.of(laptop));

        assertThat(presenceOf(alice)).isEqualTo(new Presence(false, null));
        assertThat(presences().lastSeenOfDevices(alice)).isEmpty();
        assertThat(sockets().of(alice)).isEmpty();
        assertThat(sockets().nodesOf(List.of(alice))).isEmpty();
        assertThat(presenceOf(bob).online()).isTrue();
        lapse(one);
        lapse(other);
        assertThat(nodes().sweep()).containsExactly(bob);
        assertThat(presenceOf(alice)).isEqualTo(new Presence(false, null));
    }

    @Test
    void aNodeThatLeavesTakesItsSocketsAlong() {
        sockets().opened(one, socketOf(alice));
        sockets().opened(other, socketOf(bob));

        assertThat(nodes().leave(one)).containsExactly(alice);

        assertThat(nodes().live()).containsExactly(other);
        assertThat(presenceOf(alice).online()).isFalse();
        assertThat(presenceOf(bob).online()).isTrue();
        assertThat(nodes().renew(one)).isFalse();
    }

    @Test
    void aNodeTakenForDeadJoinsAgainWithWhatItHas() {
        Socket kept = socketOf(alice);
        Socket closedMeanwhile = socketOf(bob);
        sockets().opened(one, kept);
        sockets().opened(one, closedMeanwhile);
        lapse(one);

        nodes().join(one, () -> List.of(kept));

        assertThat(nodes().renew(one)).isTrue();
        assertThat(sockets().of(alice)).containsExactly(new HeldSocket(one, kept));
        assertThat(sockets().of(bob)).isEmpty();
        assertThat(presenceOf(bob).online()).isFalse();
    }

    @Test
    void afterEverythingWasLostPresenceIsRebuiltFromTheNodes() {
        ConversationId room = new ConversationId(UUID.randomUUID());
        Socket phone = socketOf(alice, new SessionId(UUID.randomUUID()), room);
        sockets().opened(one, phone);
        lose();
        assertThat(presenceOf(alice).online()).isFalse();
        assertThat(nodes().renew(one)).isFalse();

        nodes().join(one, () -> List.of(phone));

        assertThat(presenceOf(alice).online()).isTrue();
        assertThat(sockets().of(alice)).containsExactly(new HeldSocket(one, phone));
    }

    @Test
    void aSocketThatClosesWhileItsNodeJoinsIsNotLeftBehind() {
        Socket closing = socketOf(alice);
        Socket moving = socketOf(bob);
        Socket moved = new Socket(moving.id(), bob, moving.session(), new ConversationId(UUID.randomUUID()));
        var asked = new AtomicInteger();

        nodes().join(one, () -> asked.getAndIncrement() == 0 ? List.of(closing, moving) : List.of(moved));

        assertThat(sockets().of(alice)).isEmpty();
        assertThat(sockets().of(bob)).containsExactly(new HeldSocket(one, moved));
    }

    @Test
    void moreSocketsThanOneStepTakesAreAllSwept() {
        List<Socket> many = IntStream.range(0, 450)
                .mapToObj(_ -> socketOf(new UserId(UUID.randomUUID())))
                .toList();
        nodes().join(one, () -> many);
        List<UserId> users = many.stream().map(Socket::user).toList();
        assertThat(sockets().nodesOf(users)).containsOnlyKeys(one);
        assertThat(presences().of(users).values()).allMatch(Presence::online);

        assertThat(nodes().leave(one)).containsExactlyInAnyOrderElementsOf(users);
        assertThat(presences().of(users).values()).noneMatch(Presence::online);
    }
}
