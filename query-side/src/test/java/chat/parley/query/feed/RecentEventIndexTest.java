package chat.parley.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.read.StreamQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventIndexTest {

    private static final ConversationId CONVERSATION = conversation();
    private static final StreamId MESSAGES = StreamId.conversation(CONVERSATION);
    private static final StreamId CURSOR = StreamId.readCursor(CONVERSATION, new UserId(UUID.randomUUID()));
    private static final StreamId OTHER = StreamId.conversation(conversation());

    private final List<StreamId> log = new ArrayList<>();
    private int asked;
    private final RecentEventIndex recent = new RecentEventIndex((position, limit) -> {
        asked++;
        return IntStream.range((int) position, (int) Math.min(log.size(), position + limit))
                .mapToObj(index -> new StreamQueries.Recorded(index + 1L, log.get(index)))
                .toList();
    });

    private static ConversationId conversation() {
        return new ConversationId(UUID.randomUUID());
    }

    private void record(StreamId stream, int times) {
        IntStream.range(0, times).forEach(_ -> log.add(stream));
    }

    @Test
    void aStreamHasMovedForWhoHoldsLessThanItsNewestEvent() {
        record(MESSAGES, 1);
        record(OTHER, 2);
        recent.learnUpTo(3);

        assertThat(recent.mayHaveMoved(MESSAGES, 0)).isTrue();
        assertThat(recent.mayHaveMoved(MESSAGES, 1)).isFalse();
        assertThat(recent.mayHaveMoved(OTHER, 1)).isTrue();
    }

    @Test
    void aConversationMovesWithItsMembersReadCursors() {
        record(MESSAGES, 1);
        record(CURSOR, 1);
        recent.learnUpTo(2);

        assertThat(recent.mayHaveMoved(MESSAGES, 1)).isTrue();
        assertThat(recent.mayHaveMoved(MESSAGES, 2)).isFalse();
    }

    @Test
    void whatIsKnownIsNotReadAgain() {
        record(MESSAGES, 1);
        recent.learnUpTo(1);
        recent.learnUpTo(1);
        assertThat(asked).isEqualTo(1);

        record(MESSAGES, 1);
        recent.learnUpTo(2);

        assertThat(asked).isEqualTo(2);
        assertThat(recent.mayHaveMoved(MESSAGES, 1)).isTrue();
    }

    @Test
    void ofAnOlderPartOfTheLogNothingIsKnown() {
        record(MESSAGES, 10);
        record(OTHER, RecentEventIndex.MOST_EVENTS);
        recent.learnUpTo(log.size());

        assertThat(recent.mayHaveMoved(MESSAGES, 9)).isTrue();
        assertThat(recent.mayHaveMoved(MESSAGES, 10)).isFalse();
        assertThat(recent.mayHaveMoved(OTHER, log.size())).isFalse();
    }

    @Test
    void whereManyStreamsMoveTheOldestAreForgottenAndMayHaveMoved() {
        IntStream.range(0, RecentEventIndex.MOST_EVENTS).forEach(_ -> log.add(StreamId.conversation(conversation())));
        recent.learnUpTo(log.size());
        assertThat(recent.mayHaveMoved(MESSAGES, 0)).isFalse();

        record(MESSAGES, 1);
        recent.learnUpTo(log.size());

        int half = RecentEventIndex.MOST_EVENTS / 2;
        assertThat(recent.mayHaveMoved(OTHER, half)).isTrue();
        assertThat(recent.mayHaveMoved(OTHER, half + 1)).isFalse();
        assertThat(recent.mayHaveMoved(MESSAGES, half + 1)).isTrue();
    }
}
