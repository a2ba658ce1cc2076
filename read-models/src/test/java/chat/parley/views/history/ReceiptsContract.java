package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Receipts} does. */
abstract class ReceiptsContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private void write(HistoryChange... changes) {
        stores().writer().write(List.of(changes));
    }

    private ReceiptTimes ofBob(long number) {
        return Objects.requireNonNull(
                stores().receipts().of(talk.id(), number, List.of(talk.bob())).get(talk.bob()));
    }

    private static ReceiptTimes times(@Nullable Instant delivered, @Nullable Instant read) {
        return new ReceiptTimes(delivered, read);
    }

    @Test
    void aMessageNobodyReceivedHasNoTimes() {
        write(talk.started(1), talk.wrote(2, talk.alice(), 1, "hello"));

        assertThat(ofBob(1)).isEqualTo(times(null, null));
    }

    @Test
    void eachMessageHasTheTimeOfTheFirstWatermarkThatCoveredIt() {
        write(talk.started(1), talk.delivered(10, talk.bob(), 3), talk.delivered(20, talk.bob(), 5));
        write(talk.read(30, talk.bob(), 4));

        assertThat(ofBob(2)).isEqualTo(times(Talk.at(10), Talk.at(30)));
        assertThat(ofBob(3)).isEqualTo(times(Talk.at(10), Talk.at(30)));
        assertThat(ofBob(4)).isEqualTo(times(Talk.at(20), Talk.at(30)));
        assertThat(ofBob(5)).isEqualTo(times(Talk.at(20), null));
        assertThat(ofBob(6)).isEqualTo(times(null, null));
    }

    @Test
    void whatWasReadFirstWasDeliveredThen() {
        write(talk.read(10, talk.bob(), 3), talk.delivered(20, talk.bob(), 5));

        assertThat(ofBob(3)).isEqualTo(times(Talk.at(10), Talk.at(10)));
        assertThat(ofBob(4)).isEqualTo(times(Talk.at(20), null));
    }

    @Test
    void whoAnswersHasRead() {
        write(talk.delivered(10, talk.bob(), 1), talk.wrote(20, talk.bob(), 3, "yes"), talk.read(30, talk.bob(), 4));

        assertThat(ofBob(1)).isEqualTo(times(Talk.at(10), Talk.at(20)));
        assertThat(ofBob(2)).isEqualTo(times(Talk.at(20), Talk.at(20)));
        assertThat(ofBob(4)).isEqualTo(times(Talk.at(30), Talk.at(30)));
    }

    @Test
    void eachMemberAskedForIsAnswered() {
        write(talk.delivered(10, talk.bob(), 1));

        assertThat(stores().receipts().of(talk.id(), 1, List.of(talk.alice(), talk.bob())))
                .containsEntry(talk.alice(), times(null, null))
                .containsEntry(talk.bob(), times(Talk.at(10), null));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, Long.MAX_VALUE, 0, -1, Long.MIN_VALUE})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void nobodyReceivedAMessageThatThereIsNot(long number) {
        write(talk.started(1), talk.delivered(10, talk.bob(), 3));

        assertThat(ofBob(number)).isEqualTo(times(null, null));
    }

    @Test
    void aWatermarkBucketsLaterCoversTheMessage() {
        write(talk.read(10, talk.bob(), 2 * Buckets.SIZE + 17), talk.delivered(5, talk.bob(), Buckets.SIZE));

        assertThat(ofBob(12)).isEqualTo(times(Talk.at(5), Talk.at(10)));
        assertThat(ofBob(Buckets.SIZE - 1)).isEqualTo(times(Talk.at(5), Talk.at(10)));
        assertThat(ofBob(Buckets.SIZE + 1)).isEqualTo(times(Talk.at(10), Talk.at(10)));
    }
}
