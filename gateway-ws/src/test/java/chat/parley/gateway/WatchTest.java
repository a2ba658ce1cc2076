package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose presence a socket is told. */
class WatchTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    private final Caller alice = People.someone();
    private final Caller bob = People.someone();
    private final Caller carol = People.someone();

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void whoStartsAConversationAndWhoIsSpokenToAreToldOfEachOther() {
        try (Client one = NODE.ready(alice);
                Client other = NODE.ready(bob)) {
            LOG.startDirect(alice.user(), bob.user());
            assertThat(presence(one, bob).get("online").asBoolean()).isTrue();
            assertThat(presence(other, alice).get("online").asBoolean()).isTrue();
            assertThat(one.types().indexOf("event")).isLessThan(one.types().lastIndexOf("presence"));
        }
    }

    @Test
    void whoIsInViewIsToldAtOnceAndOnChangeAndNobodyElse() {
        LOG.startDirect(alice.user(), bob.user());
        LOG.startDirect(alice.user(), carol.user());
        try (Client watching = NODE.connect(alice)) {
            watching.write(watch("w1", bob));
            watching.resume();
            assertThat(presence(watching, bob).get("online").asBoolean()).isFalse();
            try (Client unwatched = NODE.ready(carol);
                    Client watched = NODE.ready(bob)) {
                unwatched.await("ready");
                watched.await("ready");
                watching.await("presence", each -> each.get("online").asBoolean());
                watching.write(watch("w2", carol));
                assertThat(presence(watching, carol).get("online").asBoolean()).isTrue();
            }
            watching.await(
                    "presence", each -> isOf(carol, each) && !each.get("online").asBoolean());
        }
    }

    @Test
    void whoComesWhileTheirPeersCannotBeFoundIsToldOfOnceTheyCan() {
        LOG.startDirect(alice.user(), bob.user());
        try (Client watching = NODE.ready(alice)) {
            LOG.peersAway = true;
            int before = LOG.askedInVain.get();
            try (Client coming = NODE.connect(bob)) {
                coming.await("hello");
                await().until(() -> LOG.askedInVain.get() > before);
                LOG.peersAway = false;
                watching.await(
                        "presence",
                        each -> isOf(bob, each) && each.get("online").asBoolean());
            }
        } finally {
            LOG.peersAway = false;
        }
    }

    @Test
    void withoutUsersEveryoneOneSpeaksWithIsInViewAgain() {
        LOG.startDirect(alice.user(), bob.user());
        LOG.startDirect(alice.user(), carol.user());
        try (Client watching = NODE.ready(alice)) {
            watching.write(watch("w1"));
            watching.write(Map.of("type", "watch"));
            presence(watching, bob);
            presence(watching, carol);
        }
    }

    @Test
    void someoneOneSharesNoConversationWithIsUnknown() {
        LOG.startDirect(alice.user(), bob.user());
        try (Client watching = NODE.ready(alice);
                Client stranger = NODE.ready(carol)) {
            watching.write(watch("w1", bob, carol));
            JsonNode error = watching.await("error");
            assertThat(error.get("ref").asString()).isEqualTo("w1");
            assertThat(error.get("code").asString()).isEqualTo("account_unknown");
            assertThat(error.get("field").asString()).isEqualTo("users");
            stranger.write(Map.of("type", "ping"));
            stranger.await("pong");
            assertThat(watching.told("presence")).noneMatch(each -> isOf(carol, each));
        }
    }

    @Test
    void moreThanTwoHundredAreRefused() {
        try (Client watching = NODE.connect(alice)) {
            watching.write(
                    watch("w1", Stream.generate(People::someone).limit(201).toArray(Caller[]::new)));
            JsonNode error = watching.await("error");
            assertThat(error.get("code").asString()).isEqualTo("malformed");
            assertThat(error.get("message").asString())
                    .isEqualTo("The field users has to be a list of at most 200 ids.");
        }
    }

    private static JsonNode presence(Client told, Caller of) {
        return told.await("presence", each -> isOf(of, each));
    }

    private static boolean isOf(Caller user, JsonNode presence) {
        return presence.get("user").asString().equals(user.user().toString());
    }

    private static Map<String, ?> watch(String id, Caller... users) {
        List<String> ids =
                Stream.of(users).map(Caller::user).map(UserId::toString).toList();
        return Map.of("type", "watch", "id", id, "users", ids);
    }
}
