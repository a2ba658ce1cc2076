package chat.parley.command.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class ArrangementOverHttpTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post("/api/conversations/direct", alice.accessToken(), """
                {"username":"%s"}""".formatted(bob.username()))
                .text("conversation");
    }

    @Test
    void eachChangeIsAnsweredWithTheWholeArrangementAndOnesOwnAlone() {
        Answer pinned = arrange(alice, "{\"pinned\":true}");
        assertThat(pinned.status()).isEqualTo(200);
        assertThat(pinned.body().get("pinned").asBoolean()).isTrue();
        Answer muted = arrange(alice, "{\"mutedUntil\":\"2999-01-01T00:00:00.123Z\",\"unread\":true}");
        assertThat(muted.text("mutedUntil")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(muted.body().get("pinned").asBoolean()).isTrue();
        assertThat(muted.body().get("unread").asBoolean()).isTrue();
        assertThat(muted.number("position")).isGreaterThan(pinned.number("position"));
        Answer his = arrange(bob, "{\"pinned\":false}");
        assertThat(his.number("position")).as("he arranged nothing").isZero();
        assertThat(his.body().has("mutedUntil")).isFalse();
    }

    @Test
    void repeatingChangesNothingAndIsAnsweredAsBefore() {
        Answer first = arrange(alice, "{\"favourite\":true}", "Idempotency-Key", "k1");
        arrange(alice, "{\"favourite\":false}");
        assertThat(arrange(alice, "{\"favourite\":true}", "Idempotency-Key", "k1")
                        .body())
                .isEqualTo(first.body());
        Answer again = arrange(alice, "{\"favourite\":false}");
        assertThat(arrange(alice, "{\"favourite\":false}").number("position")).isEqualTo(again.number("position"));
    }

    @Test
    void nothingAndNonsenseAreRefused() {
        assertThat(arrange(alice, "{}").text("code")).isEqualTo("malformed");
        assertThat(arrange(alice, "{\"mutedUntil\":\"tomorrow\"}").status()).isEqualTo(400);
        assertThat(arrange(alice, "{\"pinned\":\"yes\"}").status()).isEqualTo(400);
    }

    @Test
    void aConversationOfOthersIsUnknown() {
        Person carol = api.register("carol");
        assertThat(arrange(carol, "{\"pinned\":true}").text("code")).isEqualTo("conversation_unknown");
        conversation = UUID.randomUUID().toString();
        assertThat(arrange(alice, "{\"pinned\":true}").text("code")).isEqualTo("conversation_unknown");
    }

    private Answer arrange(Person person, String change, String... headers) {
        return api.patch("/api/conversations/" + conversation + "/arrangement", person.accessToken(), change, headers);
    }
}
