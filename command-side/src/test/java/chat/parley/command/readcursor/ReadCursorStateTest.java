package chat.parley.command.readcursor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a snapshot keeps. Whoever changes the JSON here raises the revision with it. */
class ReadCursorStateTest {

    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));

    private static final String REVISION_3 = """
        {"stream":"read-cursor/00000000-0000-0000-0000-000000000001/00000000-0000-0000-0000-00000000000b",\
        "deliveredUpTo":7,"readUpTo":5,"readAtMillis":1000,"told":true}\
        """;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theStateHasTheShapeOfItsRevision() {
        ReadCursor cursor = new ReadCursor();
        cursor.on(new MessagesRead(CONVERSATION, BOB, 5, true), Instant.ofEpochSecond(1));
        cursor.on(new MessagesDelivered(CONVERSATION, BOB, 7, true), Instant.ofEpochSecond(2));
        assertThat(ReadCursorState.REVISION).isEqualTo(3);
        assertThat(json.writeValueAsString(cursor.state())).isEqualTo(REVISION_3);
    }

    @Test
    void aRestoredCursorIsTheOneThatWasSaved() {
        ReadCursorState read = json.readValue(REVISION_3, ReadCursorState.class);
        assertThat(new ReadCursor(read).state()).isEqualTo(read);
    }
}
