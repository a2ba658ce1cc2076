package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.testing.RawRows;
import chat.parley.testing.TestDatabase;
import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stream in which a build that knows more has recorded something: what that means for the next decision cannot be known here. */
@CommandSideTest
class NewerEventTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private String conversation;
    private String other;

    private final RawRows rows = new RawRows(TestDatabase.shared().superuser());

    @BeforeEach
    void twoConversations() {
        api = new Api(port);
        alice = api.register("alice");
        conversation = startWith(api.register("bob"));
        other = startWith(api.register("carol"));
    }

    @Test
    void isRefusedRetryablyWhetherItWasLoadedBeforeOrNotAndNoOtherIs() {
        assertThat(send(conversation).status()).isEqualTo(200);
        long sequence = newerEvent();
        for (int attempt = 0; attempt < 3; attempt++) {
            Answer refused = send(conversation);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("newer_event");
        }
        assertThat(send(other).status()).isEqualTo(200);
        Answer deletion = api.delete(
                "/api/conversations/%s/messages/%s?sequence=%d"
                        .formatted(conversation, UuidCreator.getTimeOrderedEpoch(), sequence),
                alice.accessToken());
        assertThat(deletion.text("code")).isEqualTo("newer_event");
    }

    /** @return its sequence */
    private long newerEvent() {
        rows.append(
                "conversation/" + conversation, "parley.conversation.future", 1, "{}", "{\"audience\":\"members\"}");
        return 2;
    }

    private String startWith(Person someone) {
        return api.post(
                        "/api/conversations/direct",
                        alice.accessToken(),
                        "{\"username\":\"" + someone.username() + "\"}")
                .text("conversation");
    }

    private Answer send(String to) {
        String message = "{\"message\":\"%s\",\"text\":\"hello\"}".formatted(UuidCreator.getTimeOrderedEpoch());
        return api.post("/api/conversations/" + to + "/messages", alice.accessToken(), message);
    }
}
