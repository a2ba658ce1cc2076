package chat.parley.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.gateway.service.StubService;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the command side as docs/http-api.md describes it. */
class HttpCommandsTest {

    private static final Caller ALICE = new Caller(new UserId(new UUID(1, 1)), new SessionId(new UUID(2, 2)));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(3, 3));
    private static final MessageId MESSAGE = new MessageId(new UUID(4, 4));
    private static final String PATH = "/api/conversations/" + CONVERSATION;

    private final StubService commandSide = new StubService();
    private final Commands commands = new HttpCommands(commandSide.client());

    @AfterEach
    void stop() {
        commandSide.close();
    }

    @Test
    void aMessageIsPostedAndAnsweredWithItsPlace() {
        commandSide.answering(
                200,
                PATH + "/messages",
                "{'conversation':'%s','message':'%s','sequence':8,'number':7,'at':'2026-01-02T03:04:05Z','position':99,'gone':false}"
                        .formatted(CONVERSATION, MESSAGE));
        assertThat(commands.send(ALICE, CONVERSATION, MESSAGE, "hi"))
                .isEqualTo(new Commands.Sent(
                        CONVERSATION, MESSAGE, 8, 7, Instant.parse("2026-01-02T03:04:05Z"), 99, false));
        assertThat(commandSide.asked)
                .containsExactly("POST " + PATH + "/messages {\"message\":\"" + MESSAGE + "\",\"text\":\"hi\"}");
    }

    @Test
    void whatHasForgottenSomeoneIsReported() {
        commandSide.answering(200, "/internal/erasures/forgotten", "");
        commands.forgotten(ALICE.user(), "fanout.3");
        assertThat(commandSide.asked)
                .containsExactly("POST /internal/erasures/forgotten {\"account\":\"" + ALICE.user()
                        + "\",\"part\":\"fanout.3\"}");
    }

    @Test
    void aDeletionNamesTheMessageAndWhereItIs() {
        String path = PATH + "/messages/" + MESSAGE;
        commandSide.answering(
                200,
                path,
                "{'conversation':'%s','message':'%s','sequence':11,'recorded':'2026-01-02T03:04:05Z','position':99}"
                        .formatted(CONVERSATION, MESSAGE));
        assertThat(commands.delete(ALICE, CONVERSATION, MESSAGE, 8))
                .isEqualTo(new Commands.Deleted(CONVERSATION, MESSAGE, 11, 99));
        assertThat(commandSide.asked).containsExactly("DELETE " + path + "?sequence=8");
    }

    @Test
    void watermarksArePut() {
        commandSide.answering(200, PATH + "/cursor", "{'position':12}");
        assertThat(commands.markReceived(ALICE, CONVERSATION, 5)).isEqualTo(12);
        assertThat(commands.markRead(ALICE, CONVERSATION, 6)).isEqualTo(12);
        assertThat(commandSide.asked)
                .containsExactly("PUT " + PATH + "/cursor {\"received\":5}", "PUT " + PATH + "/cursor {\"read\":6}");
    }
}
