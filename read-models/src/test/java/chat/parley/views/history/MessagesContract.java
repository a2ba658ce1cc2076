package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Messages} does. */
abstract class MessagesContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private void wrote(long first, long last) {
        List<HistoryChange> changes = new ArrayList<>();
        LongStream.rangeClosed(first, last)
                .forEach(number -> changes.add(talk.wrote(number + 1, talk.alice(), number, "message " + number)));
        stores().writer().write(changes);
    }

    private List<Long> before(long number, int limit) {
        return stores().messages().before(talk.id(), number, limit).stream()
                .map(SealedMessage::number)
                .toList();
    }

    private List<Long> after(long number, int limit) {
        return stores().messages().after(talk.id(), number, limit).stream()
                .map(SealedMessage::number)
                .toList();
    }

    @Test
    void aMessageIsReadAsItWasWrittenToTheMicrosecond() {
        stores().writer().write(List.of(talk.wrote(7, talk.bob(), 1, "Grüße 👋")));

        assertThat(stores().messages().before(talk.id(), Long.MAX_VALUE, 10))
                .containsExactly(talk.message(7, 1, "Grüße 👋"));
    }

    @Test
    void aConversationNothingWasWrittenInHasNoMessages() {
        assertThat(before(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(after(0, 10)).isEmpty();
    }

    @Test
    void beforeANumberTheNewestComeFirst() {
        wrote(1, 20);

        assertThat(before(Long.MAX_VALUE, 3)).containsExactly(20L, 19L, 18L);
        assertThat(before(18, 3)).containsExactly(17L, 16L, 15L);
        assertThat(before(3, 10)).containsExactly(2L, 1L);
        assertThat(before(1, 10)).isEmpty();
    }

    @Test
    void afterANumberTheOldestComeFirst() {
        wrote(1, 20);

        assertThat(after(0, 3)).containsExactly(1L, 2L, 3L);
        assertThat(after(18, 10)).containsExactly(19L, 20L);
        assertThat(after(20, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, Buckets.SIZE - 1, Buckets.SIZE, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void afterTheLastNumberThereIsNothingHoweverFarItIs(long number) {
        wrote(1, 3);

        assertThat(after(number, 10)).isEmpty();
        assertThat(before(number, 10)).contains(2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE + 1, Long.MIN_VALUE})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void beforeTheFirstNumberThereIsNothingHoweverLowItIs(long number) {
        wrote(1, 3);

        assertThat(before(number, 10)).isEmpty();
        assertThat(after(number, 2)).containsExactly(1L, 2L);
    }

    @Test
    void aPageCrossesFromOneBucketIntoTheNext() {
        wrote(Buckets.SIZE - 3, Buckets.SIZE + 3);

        assertThat(before(Buckets.SIZE + 2, 4))
                .containsExactly(Buckets.SIZE + 1, Buckets.SIZE, Buckets.SIZE - 1, Buckets.SIZE - 2);
        assertThat(before(Buckets.SIZE, 2)).containsExactly(Buckets.SIZE - 1, Buckets.SIZE - 2);
        assertThat(after(Buckets.SIZE - 2, 3)).containsExactly(Buckets.SIZE - 1, Buckets.SIZE, Buckets.SIZE + 1);
        assertThat(after(Buckets.SIZE - 1, 2)).containsExactly(Buckets.SIZE, Buckets.SIZE + 1);
    }

    @Test
    void whatIsSaidAboutMessagesIsReadForThoseAskedForAcrossBucketsAndForNoOthers() {
        HistoryChange.Said low = talk.said(2, talk.bob(), 7, "low");
        HistoryChange.Said between = talk.said(3, talk.bob(), 8, "between");
        HistoryChange.Said high = talk.said(4, talk.alice(), Buckets.SIZE + 1, "high");
        stores().writer().write(List.of(low, between, high));

        assertThat(stores().messages().about(talk.id(), List.of(9L, 7L, Buckets.SIZE + 1, Long.MAX_VALUE)))
                .containsExactlyInAnyOrder(low.about(), high.about());
        assertThat(stores().messages().about(talk.id(), List.of())).isEmpty();
    }

    @Test
    void whatIsSaidInEventsOfOneTypeIsReadForOneMessageOfEachConversation() {
        Talk other = Talk.any();
        HistoryChange.Said one = talk.said(2, talk.bob(), 7, "one");
        HistoryChange.Said another = other.said(3, other.bob(), Buckets.SIZE + 1, "another");
        stores().writer().write(List.of(one, another, talk.said(4, talk.bob(), 8, "of another message")));

        assertThat(stores().messages().about(Map.of(talk.id(), 7L, other.id(), Buckets.SIZE + 1), "some.type"))
                .containsExactlyInAnyOrder(one.about(), another.about());
        assertThat(stores().messages().about(Map.of(talk.id(), 7L), "other.type"))
                .isEmpty();
        assertThat(stores().messages().about(Map.of(), "some.type")).isEmpty();
    }

    @Test
    void theNewestOfManyConversationsAreReadAtOnceAndThoseOnTheirWayAreNotWaitedFor() {
        wrote(1, 3);
        Talk other = Talk.any();
        stores().writer().write(List.of(other.wrote(2, other.bob(), 1, "hello")));
        ConversationId silent = Talk.any().id();

        assertThat(stores().messages().newest(Map.of(talk.id(), 3L, other.id(), 2L, silent, 0L)))
                .isEqualTo(Map.of(
                        talk.id(), talk.message(4, 3, "message 3"),
                        other.id(), other.message(2, 1, "hello")));
        assertThat(stores().messages().newest(Map.of())).isEmpty();
    }
}
