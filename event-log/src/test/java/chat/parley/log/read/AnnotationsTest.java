package chat.parley.log.read;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.EventId;
import chat.parley.events.EventType;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MessageEdited;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What members say about messages: found by the message, and forgotten with it or with the member. */
class AnnotationsTest {

    private interface Story {
        void tell(EventLog log, StreamQueries streams);
    }

    private final Examples two = Examples.ofTwo();
    private final StreamId stream = StreamId.conversation(two.conversation());

    private static void withLog(Story story) {
        LogContext.runner()
                .run(context -> story.tell(context.getBean(EventLog.class), context.getBean(StreamQueries.class)));
    }

    private List<List<String>> said(StreamQueries streams, long target) {
        return streams.about(stream, target, EventType.REACTIONS_CHANGED).stream()
                .map(found -> ((ReactionsChanged) found.event()).known())
                .toList();
    }

    private static NewEvent of(AccountEvent event) {
        UserId account = event.account();
        return new NewEvent(
                new EventId(UUID.randomUUID()), 0, event, null, new Metadata(account, null, UUID.randomUUID(), null));
    }

    @Test
    void theNewestThatEachOneSaidAboutAMessageIsFoundWhateverCameBeforeAndBetween() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "hello"), two.sent(2, "there")));
            log.append(List.of(
                    two.reacted(3, two.bob(), 1, "👍"),
                    two.reacted(4, two.alice(), 2, "🎉"),
                    two.reacted(5, two.alice(), 1, "❤️"),
                    two.sent(6, "12"),
                    two.reacted(7, two.bob(), 1, "👍", "😂"),
                    two.reacted(8, two.bob(), 12, "🐇")));
            assertThat(said(streams, 1)).containsExactly(List.of("❤️"), List.of("👍", "😂"));
            assertThat(said(streams, 2)).containsExactly(List.of("🎉"));
            assertThat(said(streams, 3)).isEmpty();
            assertThat(streams.about(stream, 1, EventType.MESSAGE_SENT)).isEmpty();
        });
    }

    @Test
    void howOftenSomebodyChangesTheirMindIsNotToBeSeen() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "hello")));
            log.append(LongStream.range(2, 500)
                    .mapToObj(sequence -> two.reacted(sequence, two.bob(), 1, "👍"))
                    .toList());
            assertThat(said(streams, 1)).hasSize(1);
        });
    }

    @Test
    void whatIsSaidAboutAMessageIsForgottenWithIt() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "hello"), two.sent(2, "there")));
            log.append(List.of(
                    two.reacted(3, two.bob(), 1, "👍"),
                    two.reacted(4, two.bob(), 1, "👍", "😂"),
                    two.reacted(5, two.alice(), 1, "❤️"),
                    two.reacted(6, two.bob(), 2, "🎉")));
            log.append(List.of(two.deleted(7, 1)));
            assertThat(said(streams, 1)).containsExactly(List.of(), List.of());
            assertThat(log.readStream(stream, 3, 3))
                    .extracting(stored -> ((ReactionsChanged) stored.event()).content())
                    .containsOnlyNulls();
            assertThat(said(streams, 2)).containsExactly(List.of("🎉"));
        });
    }

    private List<@Nullable String> texts(StreamQueries streams, long target, int limit) {
        return streams.everyAbout(stream, target, EventType.MESSAGE_EDITED, two.alice(), limit).stream()
                .map(found -> ((MessageEdited) found.event()).content())
                .map(content -> content == null ? null : content.text())
                .toList();
    }

    @Test
    void everyEditOfAMessageIsFoundUntilAllAreForgottenWithIt() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "helo"), two.sent(2, "there")));
            log.append(List.of(
                    two.edited(3, 1, "hallo"),
                    two.edited(4, 2, "here"),
                    two.reacted(5, two.alice(), 1, "👍"),
                    two.edited(6, 1, "hello")));
            assertThat(texts(streams, 1, 9)).containsExactly("hello", "hallo");
            assertThat(texts(streams, 1, 1)).containsExactly("hello");
            assertThat(streams.everyAbout(stream, 1, EventType.MESSAGE_EDITED, two.bob(), 9))
                    .isEmpty();
            log.append(List.of(two.deleted(7, 1)));
            assertThat(texts(streams, 1, 9)).containsExactly(null, null);
            assertThat(texts(streams, 2, 9)).containsExactly("here");
        });
    }

    @Test
    void whatIsSaidByWhoIsUnderAHoldIsKeptAndStopsNoDeletion() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "hello")));
            log.append(List.of(two.reacted(2, two.bob(), 1, "👍"), two.reacted(3, two.alice(), 1, "❤️")));
            log.append(List.of(of(new LegalHoldPlaced(two.bob()))));
            log.append(List.of(two.deleted(4, 1)));
            assertThat(said(streams, 1)).containsExactly(List.of("👍"), List.of());
        });
    }

    @Test
    void whatAPersonSaidAboutMessagesIsForgottenWithThePerson() {
        withLog((log, streams) -> {
            log.append(List.of(two.started(), two.sent(1, "hello")));
            log.append(List.of(two.reacted(2, two.bob(), 1, "👍"), two.reacted(3, two.alice(), 1, "❤️")));
            log.append(List.of(of(new AccountErased(two.bob()))));
            assertThat(said(streams, 1)).containsExactly(List.of(), List.of("❤️"));
        });
    }
}
