package chat.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the command side as docs/http-api.md describes it. */
class CommandsOverHttpTest {

    private static final Caller ALICE = new Caller(new UserId(new UUID(1, 1)), new SessionId(new UUID(2, 2)));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(3, 3));
    private static final MessageId MESSAGE = new MessageId(new UUID(4, 4));

    private final StubService commandSide = new StubService();
    private final Commands commands = commandSide.as(Commands.class);

    @AfterEach
    void stop() {
        commandSide.close();
    }

    @Test
    void aMessageIsPostedAndAnsweredWithItsPlace() {
        String path = "/api/conversations/" + CONVERSATION + "/messages";
        commandSide.answering(
                200,
                path,
                "{'conversation':'%s','message':'%s','sequence':8,'number':7,'at':'2026-01-02T03:04:05Z','position':99,'gone':false,'new':1}"
                        .formatted(CONVERSATION, MESSAGE));
        assertThat(commands.send(ALICE, CONVERSATION, new NewMessage(MESSAGE, "hi")))
                .isEqualTo(
                        new Sent(CONVERSATION, MESSAGE, 8, 7, null, Instant.parse("2026-01-02T03:04:05Z"), 99, false));
        assertThat(commandSide.asked)
                .containsExactly("POST " + path + " {\"message\":\"" + MESSAGE + "\",\"text\":\"hi\"}");
    }

    @Test
    void whatHasForgottenSomeoneIsReported() {
        commandSide.answering(204, "/internal/erasures/forgotten", "");
        commands.forgotten(new ServiceCaller(ALICE), new ErasureReport(ALICE.user(), "fanout.3"));
        assertThat(commandSide.asked)
                .containsExactly("POST /internal/erasures/forgotten {\"account\":\"" + ALICE.user()
                        + "\",\"part\":\"fanout.3\"}");
    }

    @Test
    void watermarksArePutAndThoseRefusedAreNamed() {
        commandSide.answering(
                200,
                "/api/cursors",
                "{'position':12,'refused':[{'conversation':'%s','code':'conflict','message':'Again.','retryable':true}]}"
                        .formatted(CONVERSATION));
        assertThat(commands.moveCursors(ALICE, CursorMoves.received(Map.of(CONVERSATION, 5L))))
                .isEqualTo(new CursorsMoved(12, List.of(new CursorRefused(CONVERSATION, "conflict", "Again.", true))));
        commands.moveCursors(ALICE, CursorMoves.read(Map.of(CONVERSATION, 6L)));
        assertThat(commandSide.asked)
                .containsExactly(
                        "PUT /api/cursors {\"received\":{\"" + CONVERSATION + "\":5}}",
                        "PUT /api/cursors {\"read\":{\"" + CONVERSATION + "\":6}}");
    }

    @Test
    void watermarksOfWhichNoneIsRefusedNameNone() {
        commandSide.answering(200, "/api/cursors", "{'position':12}");
        assertThat(commands.moveCursors(ALICE, CursorMoves.read(Map.of(CONVERSATION, 6L))))
                .isEqualTo(new CursorsMoved(12, List.of()));
    }
}
