package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is mentioned in a group is told where, and finds what they have not read; who is not in it is not mentioned. */
class MentionsTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final Person carol = Person.register(http, "carol");
    private final String group = alice.groupWith("Tea party", bob);

    @Test
    void membersAreMentionedUntilTheyHaveReadIt() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            JsonNode ack = atAlice.ask(
                    "send",
                    Map.of(
                            "conversation",
                            group,
                            "message",
                            UuidCreator.getTimeOrderedEpoch().toString(),
                            "text",
                            "@bob and @carol",
                            "mentions",
                            List.of(mention(bob, 0, 4), mention(carol, 9, 6))));
            assertThat(ack.get("type").asString()).isEqualTo("ack");
            JsonNode mentions = atBob.awaitEvent(group, "conversation.message-sent.v1")
                    .get("data")
                    .get("content")
                    .get("mentions");
            assertThat(mentions).hasSize(1);
            assertThat(mentions.get(0).get("user").asString()).isEqualTo(bob.user());

            JsonNode told = unread(bob, ack.get("position").asLong());
            assertThat(told).hasSize(1);
            assertThat(told.get(0).get("number").asLong()).isEqualTo(1);
            assertThat(told.get(0).get("author").asString()).isEqualTo(alice.user());
            assertThat(unread(alice, ack.get("position").asLong())).isEmpty();
            long read = atBob.ask("read", Map.of("upTo", Map.of(group, 1)))
                    .get("position")
                    .asLong();
            assertThat(unread(bob, read)).isEmpty();
        }
    }

    @Test
    void everyoneIsMentionedAtOnceAndFindsWhatTheyHaveNotRead() {
        try (Device atAlice = alice.connect()) {
            JsonNode ack = atAlice.ask(
                    "send",
                    Map.of(
                            "conversation",
                            group,
                            "message",
                            UuidCreator.getTimeOrderedEpoch().toString(),
                            "text",
                            "@all tea is ready",
                            "mentions",
                            List.of(Map.of("user", "00000000-0000-0000-0000-000000000000", "from", 0, "length", 4))));
            JsonNode told = unread(bob, ack.get("position").asLong());
            assertThat(told).hasSize(1);
            assertThat(told.get(0).get("everyone").asBoolean()).isTrue();
            assertThat(unread(alice, ack.get("position").asLong())).isEmpty();
        }
    }

    private JsonNode unread(Person person, long after) {
        return http.exchange(
                        person.token(),
                        "GET",
                        "/api/conversations/" + group,
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .path("mentions");
    }

    private static Map<String, Object> mention(Person person, int from, int length) {
        return Map.of("user", person.user(), "from", from, "length", length);
    }
}
