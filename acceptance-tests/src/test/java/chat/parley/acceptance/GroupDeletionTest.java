package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.infrastructure.Address;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A closed group is deleted: nobody reads it any more, and no store holds what was said in it. */
class GroupDeletionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String mark = UUID.randomUUID().toString();
    private final String name = "tea " + mark;
    private final String sentence = "we meet at the harbour " + mark;
    private final String edited = "we meet at the station " + mark;
    private final String emoji = "\uD83E\uDDA9";
    private final String group = alice.groupWith(name, bob);
    private final String path = "/api/conversations/" + group;

    @Test
    void everyoneLeavesADeletedGroupAndNoStoreHoldsWhatWasSaidInIt() throws Exception {
        String cursor = said();
        try (Device atBob = bob.connect()) {
            http.exchange(alice.token(), "DELETE", path, null).expect(409);
            exchange(alice, "PUT", path + "/closed", null);
            http.exchange(bob.token(), "DELETE", path, null).expect(403);
            exchange(alice, "DELETE", path, null);
            atBob.awaitEvent(group, "conversation.group-deleted.v1");
        }
        for (Person person : List.of(alice, bob)) {
            http.get(person.token(), path).expect(404);
            http.get(person.token(), path + "/messages").expect(404);
            http.get(person.token(), path + "/events?from=0&to=9").expect(404);
            assertThat(http.get(person.token(), "/api/conversations")
                            .expect(200)
                            .body()
                            .findValuesAsString("conversation"))
                    .doesNotContain(group);
        }
        try (Device back = Device.connect(bob, cursor)) {
            back.awaitEvent(group, "conversation.group-deleted.v1");
            assertThat(back.texts(group)).isEmpty();
        }
        Awaitility.await().atMost(PATIENCE).untilAsserted(this::nothingIsHeld);
        assertThat(new Words(List.of(sentence, edited, name)).foundIn(EveryStore.contents()))
                .isEmpty();
    }

    @Test
    void aLegalHoldKeepsItAndNobodyReadsItMeanwhile() throws Exception {
        said();
        String operator = Program.operator(http).token();
        String hold = "/api/accounts/" + bob.user() + "/legal-hold";
        http.put(operator, hold, Map.of()).expect(200);
        exchange(alice, "PUT", path + "/closed", null);
        exchange(alice, "DELETE", path, null);
        String other = alice.groupWith("choir " + mark, Person.register(http, "carol"));
        exchange(alice, "PUT", "/api/conversations/" + other + "/closed", null);
        exchange(alice, "DELETE", "/api/conversations/" + other, null);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(EveryStore.openedByKeys()).doesNotContain("choir " + mark));
        assertThat(EveryStore.openedByKeys()).contains(sentence, edited);
        http.get(bob.token(), path + "/messages").expect(404);

        http.delete(operator, hold).expect(200);
        Awaitility.await().atMost(PATIENCE).untilAsserted(this::nothingIsHeld);
    }

    private void nothingIsHeld() throws Exception {
        assertThat(EveryStore.openedByKeys()).doesNotContain(sentence).doesNotContain(edited);
        assertThat(contentsInTheLog()).isZero();
    }

    /** How many events of the group still have what somebody wrote, its name among it. */
    private int contentsInTheLog() throws SQLException {
        Address.Postgresql address = World.INFRASTRUCTURE.addresses().postgresql();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                PreparedStatement events =
                        connection.prepareStatement("SELECT count(content) FROM log.event WHERE stream LIKE ?")) {
            events.setString(1, "%" + group);
            ResultSet count = events.executeQuery();
            count.next();
            return count.getInt(1);
        }
    }

    /** Bob writes a message and edits it, and Alice reacts to it. @return the cursor of a device of Bob that was away */
    private String said() throws Exception {
        try (Device atBob = bob.connect()) {
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            JsonNode sent = atBob.say(group, message, sentence);
            String of = path + "/messages/" + message;
            String sequence = "?sequence=" + sent.get("sequence");
            String text = Http.JSON.writeValueAsString(Map.of("text", edited, "replaces", sent.get("sequence")));
            exchange(bob, "PUT", of + "/text" + sequence, text);
            String reaction = URLEncoder.encode(emoji, StandardCharsets.UTF_8);
            JsonNode last = exchange(alice, "PUT", of + "/reactions/" + reaction + sequence, null);
            http.exchange(
                            bob.token(),
                            "GET",
                            path + "/messages",
                            null,
                            "Parley-After",
                            last.get("position").asString())
                    .expect(200);
            assertThat(EveryStore.openedByKeys()).contains(sentence, edited);
            assertThat(contentsInTheLog()).isPositive();
            return atBob.cursor();
        }
    }

    private JsonNode exchange(Person person, String method, String path, @Nullable String body) {
        return http.exchange(person.token(), method, path, body).expect(200).body();
    }
}
