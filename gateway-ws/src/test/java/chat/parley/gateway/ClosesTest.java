package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.EndedSessions;
import chat.parley.events.ConversationId;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the server hangs up for; for silence see {@link SilenceTest}. */
class ClosesTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG, Map.of("parley.gateway.slow-after", "1s"));

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void theEndOfASessionEndsItsSocketsAndNoOthers() {
        Client one = NODE.ready(people.alice());
        Client other = NODE.ready(people.alice());
        Client bob = NODE.ready(people.bob());
        NODE.bean(EndedSessions.class).ended(people.alice().session());
        assertThat(one.awaitClose()).isEqualTo("4001 session_ended");
        assertThat(other.awaitClose()).isEqualTo("4001 session_ended");
        bob.write(Map.of("type", "ping"));
        bob.await("pong");
        bob.close();
    }

    @Test
    void theEndOfASessionEndsTheSocketOfAClientThatSaidWhatCannotBeSaidBack() {
        Client alice = NODE.ready(people.alice());
        alice.writeRaw("{\"type\":\"ping\",\"id\":\"\\ud800\"}");
        alice.await("error");
        NODE.bean(EndedSessions.class).ended(people.alice().session());
        assertThat(alice.awaitClose()).isEqualTo("4001 session_ended");
        await().until(() ->
                NODE.bean(OpenSockets.class).of(people.alice().user()).isEmpty());
    }

    @Test
    void anEndThatIsOnlyInTheTableEndsItsSocketsToo() {
        Client alice = NODE.ready(people.alice());
        TestDatabase.shared()
                .asSuperuser(
                        "insert into accounts.session (id, created_at, last_used_at, refresh_hash, ended_at, end_reason)"
                                + " values ('%s', now(), now(), '', now(), 'SIGNED_OUT')"
                                        .formatted(people.alice().session()));
        assertThat(alice.awaitClose()).isEqualTo("4001 session_ended");
    }

    @Test
    void aClientThatDoesNotReadIsClosedAndKeepsItsPlace() {
        Client slow = NODE.ready(people.bob());
        slow.stopReading();
        String text = "x".repeat(50_000);
        for (int i = 0; i < 400; i++) {
            LOG.say(conversation, people.alice().user(), text);
        }
        slow.readOn();
        assertThat(slow.awaitClose()).isEqualTo("4003 too_slow");
        int told = slow.texts(conversation).size();
        try (Client back = NODE.ready(people.bob(), slow.cursor())) {
            await().untilAsserted(() -> assertThat(back.texts(conversation)).hasSize(400 - told));
        }
    }

    @Test
    void aClientThatTakesNothingOfAReplayIsToldThatItWasTooSlowOnceItReadsAgain() {
        Client before = NODE.ready(people.bob());
        before.close();
        String text = "x".repeat(50_000);
        for (int i = 0; i < 400; i++) {
            LOG.say(conversation, people.alice().user(), text);
        }
        Client slow = NODE.connect(people.bob());
        slow.await("hello");
        slow.stopReading();
        slow.resume(before.cursor());
        OpenSockets sockets = NODE.bean(OpenSockets.class);
        await().until(() -> sockets.of(people.bob().user()).stream().noneMatch(ClientSocket::isOpen));
        slow.readOn();
        assertThat(slow.awaitClose()).isEqualTo("4003 too_slow");
        assertThat(slow.texts(conversation).size()).isBetween(1, 399);
    }

    @Test
    void aClientThatNeverReadsAgainIsGivenUp() {
        Client dead = NODE.ready(people.bob());
        dead.stopReading();
        String text = "x".repeat(50_000);
        for (int i = 0; i < 400; i++) {
            LOG.say(conversation, people.alice().user(), text);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        NODE.bean(OpenSockets.class).of(people.bob().user()).isEmpty());
    }
}
