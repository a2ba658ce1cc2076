package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Joined;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People come to a group and go, on two nodes, while events of the group are still on their way. */
class MembershipTest {

    private static final TestLog LOG = new TestLog();
    private static GatewayNode one = GatewayNode.start(LOG);
    private static GatewayNode other = GatewayNode.start(LOG);

    private final Caller alice = People.someone();
    private final Caller bob = People.someone();
    private final Caller carol = People.someone();
    private final ConversationId group = LOG.createGroup(alice.user(), bob.user());

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
    }

    private static void publish(Envelope... events) {
        for (Envelope event : events) {
            LOG.publish(event);
        }
    }

    private Envelope recorded(String text) {
        return LOG.recordUnpublished(group, alice.user(), text);
    }

    private List<Long> sequences(Client client) {
        return client.told("event").stream()
                .filter(frame ->
                        group.toString().equals(frame.get("conversation").asString()))
                .map(frame -> frame.get("sequence").asLong())
                .toList();
    }

    /** Bob is in the group again: whatever was for him of what came before has reached him, since it came the same way. */
    private Envelope comesBack(Client atBob) {
        Envelope back = LOG.addUnpublished(group, bob.user());
        publish(back);
        await().until(() -> sequences(atBob).contains(back.sequence()));
        return back;
    }

    private static void typing(Client client, ConversationId conversation) {
        client.write(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
    }

    @Test
    void aMessageThatWaitedWhileSomeoneCameIsNotForThem() {
        try (Client atAlice = one.ready(alice);
                Client atCarol = other.ready(carol)) {
            Envelope before = recorded("before carol");
            Envelope coming = LOG.addUnpublished(group, carol.user());
            Envelope after = recorded("with carol");
            publish(before, coming, after);
            atAlice.awaitTexts(group, "before carol", "with carol");
            atCarol.awaitTexts(group, "with carol");
            assertThat(sequences(atCarol)).containsExactly(coming.sequence(), after.sequence());
        }
    }

    @Test
    void whoIsRemovedIsToldThatAndNothingAfterHoweverFarTheLogHasGone() {
        try (Client atAlice = one.ready(alice);
                Client atBob = other.ready(bob)) {
            Envelope before = recorded("with bob");
            Envelope removal = LOG.removeUnpublished(group, bob.user());
            Envelope after = recorded("without bob");
            publish(before, removal, after);
            atAlice.awaitTexts(group, "with bob", "without bob");
            Envelope back = comesBack(atBob);
            assertThat(sequences(atBob)).containsExactly(before.sequence(), removal.sequence(), back.sequence());
        }
    }

    @Test
    void whoComesBackIsToldWhatFollowsAndNotWhatWasBetween() {
        try (Client atAlice = one.ready(alice);
                Client atBob = other.ready(bob)) {
            Envelope removal = LOG.removeUnpublished(group, bob.user());
            Envelope between = recorded("between");
            Envelope back = LOG.addUnpublished(group, bob.user());
            Envelope after = recorded("after");
            publish(removal, between, back, after);
            atAlice.awaitTexts(group, "between", "after");
            atBob.awaitTexts(group, "after");
            assertThat(sequences(atBob)).containsExactly(removal.sequence(), back.sequence(), after.sequence());
        }
    }

    @Test
    void anEventOfALaterReleaseLetsPeopleInAndOut() {
        try (Client atAlice = one.ready(alice);
                Client atBob = other.ready(bob);
                Client atCarol = other.ready(carol)) {
            Envelope change = LOG.changeUnknown(
                    group, List.of(new Joined(carol.user(), MemberRole.MEMBER, null)), List.of(bob.user()));
            Envelope after = recorded("after");
            publish(change, after);
            atAlice.awaitTexts(group, "after");
            atCarol.awaitTexts(group, "after");
            Envelope back = comesBack(atBob);
            assertThat(sequences(atBob)).endsWith(back.sequence()).doesNotContain(after.sequence());
        }
    }

    @Test
    void aNodeThatTakesQueuesOverKnowsWhatHappenedBefore() {
        try (GatewayNode third = GatewayNode.start(LOG);
                Client atAlice = third.ready(alice);
                Client atBob = third.ready(bob)) {
            LOG.say(group, alice.user(), "before");
            atBob.awaitTexts(group, "before");
            Envelope removal = LOG.removeUnpublished(group, bob.user());
            publish(removal);
            await().until(() -> sequences(atBob).contains(removal.sequence()));
            one.close();
            other.close();
            one = GatewayNode.start(LOG);
            other = GatewayNode.start(LOG);
            LOG.say(group, alice.user(), "after");
            atAlice.awaitTexts(group, "before", "after");
            Envelope back = comesBack(atBob);
            assertThat(sequences(atBob)).endsWith(removal.sequence(), back.sequence());
        }
    }

    @Test
    void whoCameBackOnlineWasToldUpToTheirRemoval() {
        Client before = other.ready(bob);
        String cursor = before.cursor();
        before.close();
        Envelope last = LOG.say(group, alice.user(), "with bob");
        Envelope removal = LOG.removeUnpublished(group, bob.user());
        Envelope after = recorded("without bob");
        publish(removal, after);
        try (Client atBob = one.ready(bob, cursor)) {
            assertThat(sequences(atBob)).endsWith(last.sequence(), removal.sequence());
        }
    }

    @Test
    void receiptsAreToldToThoseWhoAreMembersNow() {
        try (Client atAlice = one.ready(alice);
                Client atBob = other.ready(bob)) {
            LOG.say(group, alice.user(), "hello");
            atBob.awaitTexts(group, "hello");
            publish(LOG.removeUnpublished(group, bob.user()));
            atAlice.write(Map.of("type", "read", "upTo", Map.of(group.toString(), 1)));
            atAlice.await("receipt");
            comesBack(atBob);
            assertThat(atBob.told("receipt")).isEmpty();
        }
    }

    @Test
    void typingFollowsWithinASecond() {
        try (Client atAlice = one.ready(alice);
                Client atBob = other.ready(bob);
                Client atCarol = other.ready(carol)) {
            typing(atAlice, group);
            atBob.await("typing");
            publish(LOG.removeUnpublished(group, bob.user()), LOG.addUnpublished(group, carol.user()));
            typeUntil(atAlice, atCarol, 1, Duration.ofSeconds(5));
            // who is told of the one is not told of the others: they are told from the same facts or newer ones
            atBob.awaitPong();
            long before = toldOfTyping(atBob);
            typeUntil(atAlice, atCarol, toldOfTyping(atCarol) + 2, Duration.ofSeconds(20));
            ConversationId direct = LOG.startDirect(alice.user(), bob.user());
            await().until(() -> {
                typing(atAlice, direct);
                return atBob.told("typing").stream().anyMatch(frame -> isIn(frame, direct));
            });
            assertThat(toldOfTyping(atBob)).isEqualTo(before);
            typing(atBob, group);
            assertThat(atBob.await("error").get("code").asString()).isEqualTo("conversation_unknown");
        }
    }

    private void typeUntil(Client author, Client reader, long times, Duration within) {
        await().atMost(within).pollInterval(Duration.ofMillis(200)).until(() -> {
            typing(author, group);
            return toldOfTyping(reader) >= times;
        });
    }

    private long toldOfTyping(Client client) {
        return client.told("typing").stream()
                .filter(frame -> isIn(frame, group))
                .count();
    }

    private static boolean isIn(JsonNode frame, ConversationId conversation) {
        return conversation.toString().equals(frame.get("conversation").asString());
    }

    @Test
    void presenceIsToldToThoseWhoAreMembersNow() {
        try (Client atBob = other.ready(bob)) {
            publish(LOG.removeUnpublished(group, bob.user()), LOG.addUnpublished(group, carol.user()));
            try (Client atCarol = other.ready(carol)) {
                Client atAlice = one.ready(alice);
                atCarol.await("presence", presence -> isOnline(presence, alice.user()));
                assertThat(atBob.told("presence")).noneMatch(presence -> isOnline(presence, alice.user()));
                atAlice.close();
            }
        }
    }

    private static boolean isOnline(JsonNode presence, UserId user) {
        return user.toString().equals(presence.get("user").asString())
                && presence.get("online").asBoolean();
    }
}
