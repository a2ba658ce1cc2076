package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.testing.RecordedStatements;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's query costs the same whether or not others talk, so that nobody learns from the time it takes who does. */
class StrangersTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId stranger = World.someone();

    private List<String> asked(String path) {
        RecordedStatements database = (RecordedStatements) QueryService.bean(DataSource.class);
        return database.duringRequests(() -> Http.get(stranger, path).refused(404, "conversation_unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/messages", "/messages?after=0", "/messages/1/receipts", "/events?from=0&to=9"})
    void whatAStrangerAsksMakesTheSameStatementsInAConversationOfOthersAndInNone(String query) {
        ConversationId theirs = World.chat(alice, bob, 3);
        ConversationId none = World.between(World.someone(), World.someone());
        List<String> inNone = asked("/api/conversations/" + none + query);
        assertThat(inNone).hasSize(1).first().asString().contains("FROM log.membership");
        assertThat(asked("/api/conversations/" + theirs + query)).isEqualTo(inNone);
        Http.get(alice, "/api/conversations/" + theirs + query).json();
        assertThat(asked("/api/conversations/" + theirs + query)).isEqualTo(inNone);
    }
}
