package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@link MemberWatermarks} does. */
abstract class MemberWatermarksContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private Watermarks of(UserId member) {
        Map<UserId, Watermarks> ofMembers = Objects.requireNonNull(
                stores().watermarks().of(Map.of(talk.id(), List.of(member))).get(talk.id()));
        return Objects.requireNonNull(ofMembers.get(member));
    }

    private void write(HistoryChange... changes) {
        stores().writer().write(List.of(changes));
    }

    @Test
    void writingCountsAsReadingAndReadingAsReceiving() {
        write(talk.started(1), talk.wrote(2, talk.alice(), 1, "a"), talk.wrote(3, talk.bob(), 2, "b"));
        assertThat(of(talk.alice())).isEqualTo(new Watermarks(1, 1, 1));
        assertThat(of(talk.bob())).isEqualTo(new Watermarks(2, 2, 2));

        write(talk.delivered(4, talk.alice(), 2));
        assertThat(of(talk.alice())).isEqualTo(new Watermarks(2, 1, 1));

        write(talk.wrote(5, talk.bob(), 3, "c"), talk.read(6, talk.alice(), 3));
        assertThat(of(talk.alice())).isEqualTo(new Watermarks(3, 3, 3));
    }

    @Test
    void aReadBelowWhatWasDeliveredLowersNothing() {
        write(talk.started(1), talk.delivered(10, talk.bob(), 9), talk.read(11, talk.bob(), 4));

        assertThat(of(talk.bob())).isEqualTo(new Watermarks(9, 4, 4));
        assertThat(of(talk.alice())).isEqualTo(Watermarks.NONE);
    }

    @Test
    void anOlderWatermarkWrittenLaterDoesNotGoBack() {
        write(talk.read(11, talk.bob(), 4));
        write(talk.read(10, talk.bob(), 3));

        assertThat(of(talk.bob()).read()).isEqualTo(4);
    }

    @Test
    void whatIsNotDisclosedIsSeenByTheMemberAlone() {
        write(talk.read(10, talk.bob(), 3), talk.readUndisclosed(11, talk.bob(), 7));

        assertThat(of(talk.bob())).isEqualTo(new Watermarks(3, 3, 7));
        assertThat(stores().receipts().of(talk.id(), 5, List.of(talk.bob())).get(talk.bob()))
                .isEqualTo(new ReceiptTimes(null, null));
    }

    @Test
    void whoJoinsHasNothingToReadOfTheTimeBefore() {
        write(talk.joined(10, 9, talk.bob(), 8));

        assertThat(of(talk.bob())).isEqualTo(new Watermarks(8, 8, 8));
    }

    @Test
    void manyConversationsAreAskedForAtOnce() {
        Talk other = Talk.any();
        write(talk.read(10, talk.bob(), 3), other.read(11, other.alice(), 5));

        assertThat(stores().watermarks()
                        .of(Map.of(talk.id(), List.of(talk.alice(), talk.bob()), other.id(), List.of(other.alice()))))
                .isEqualTo(Map.of(
                        talk.id(),
                        Map.of(talk.alice(), Watermarks.NONE, talk.bob(), new Watermarks(3, 3, 3)),
                        other.id(),
                        Map.of(other.alice(), new Watermarks(5, 5, 5))));
    }
}
