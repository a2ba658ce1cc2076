package chat.parley.command.hiding;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class HidingOverHttpTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeopleWhoSaidThreeThings() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post("/api/conversations/direct", alice.accessToken(), """
                {"username":"%s"}""".formatted(bob.username()))
                .text("conversation");
        for (int i = 0; i < 3; i++) {
            api.post("/api/conversations/" + conversation + "/messages", bob.accessToken(), """
                    {"message":"%s","text":"hello"}""".formatted(
                            UuidCreator.getTimeOrderedEpoch()));
        }
    }

    @Test
    void isAnsweredWithAllThatIsHiddenAndIsOnesOwnAlone() {
        Answer first = change(alice, "{\"hide\":[1,2]}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("numbers").toString()).isEqualTo("[{\"first\":1,\"last\":2}]");
        Answer second = change(alice, "{\"hide\":[3],\"show\":[1]}");
        assertThat(second.body().get("numbers").toString()).isEqualTo("[{\"first\":2,\"last\":3}]");
        assertThat(second.number("position")).isGreaterThan(first.number("position"));
        Answer his = change(bob, "{\"show\":[1]}");
        assertThat(his.body().get("numbers").isEmpty()).isTrue();
        assertThat(his.number("position")).as("he hid nothing").isZero();
    }

    @Test
    void repeatingIsAnsweredAsBefore() {
        Answer first = change(alice, "{\"hide\":[1]}", "Idempotency-Key", "k1");
        change(alice, "{\"show\":[1]}");
        assertThat(change(alice, "{\"hide\":[1]}", "Idempotency-Key", "k1").body())
                .isEqualTo(first.body());
    }

    @Test
    void nothingAndWhatWasNotSaidYetAreRefused() {
        assertThat(change(alice, "{}").text("code")).isEqualTo("malformed");
        assertThat(change(alice, "{\"hide\":[0]}").text("code")).isEqualTo("malformed");
        assertThat(change(alice, "{\"hide\":[4]}").text("code")).isEqualTo("beyond_last_message");
        assertThat(change(alice, "{\"hide\":" + numbers(101) + "}").text("code"))
                .isEqualTo("malformed");
    }

    @Test
    void aConversationOfOthersIsUnknown() {
        Person carol = api.register("carol");
        assertThat(change(carol, "{\"hide\":[1]}").text("code")).isEqualTo("conversation_unknown");
        conversation = UUID.randomUUID().toString();
        assertThat(change(alice, "{\"hide\":[1]}").text("code")).isEqualTo("conversation_unknown");
    }

    private static String numbers(int many) {
        return IntStream.rangeClosed(1, many).boxed().toList().toString();
    }

    private Answer change(Person person, String change, String... headers) {
        return api.patch("/api/conversations/" + conversation + "/hidden", person.accessToken(), change, headers);
    }
}
