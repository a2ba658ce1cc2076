package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ConversationHeads} does. */
abstract class ConversationHeadsContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private ConversationHead head() {
        return Objects.requireNonNull(stores().heads().of(List.of(talk.id())).get(talk.id()));
    }

    private void write(HistoryChange... changes) {
        stores().writer().write(List.of(changes));
    }

    @Test
    void a_conversation_just_started_has_its_members_and_no_message() {
        write(talk.started(5));

        assertThat(head())
                .isEqualTo(new ConversationHead(
                        talk.id(),
                        ConversationKind.DIRECT,
                        Set.of(talk.alice(), talk.bob()),
                        Talk.at(5),
                        0,
                        0,
                        null,
                        5,
                        Map.of()));
    }

    @Test
    void those_asked_for_are_answered_and_unknown_ones_left_out() {
        Talk other = Talk.any();
        write(talk.started(5), other.started(6));

        assertThat(stores().heads().of(List.of(talk.id(), other.id(), Talk.any().id(), talk.id())))
                .containsOnlyKeys(talk.id(), other.id());
        assertThat(stores().heads().of(List.of())).isEmpty();
    }

    @Test
    void a_message_moves_the_head() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 1, "hello"));

        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
        assertThat(head().lastNumber()).isEqualTo(1);
        assertThat(head().lastSequence()).isEqualTo(1);
        assertThat(head().movedAt()).isEqualTo(8);
    }

    @Test
    void an_older_message_written_later_does_not_move_the_head_back() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 2, "second"));
        write(talk.wrote(7, talk.bob(), 1, "first"));
        write(talk.started(5));

        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
        assertThat(head().movedAt()).isEqualTo(8);
        assertThat(head().lastNumber()).isEqualTo(2);
        assertThat(head().lastSequence()).isEqualTo(2);
    }

    @Test
    void a_deletion_takes_a_sequence_and_moves_nothing_else() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 1, "hello"), talk.deleted(9, 1, 2));
        write(talk.wrote(8, talk.alice(), 1, "hello"));

        assertThat(head().lastSequence()).isEqualTo(2);
        assertThat(head().lastNumber()).isEqualTo(1);
        assertThat(head().movedAt()).isEqualTo(8);
    }

    @Test
    void without_its_start_a_conversation_is_not_there_yet() {
        write(talk.wrote(8, talk.alice(), 1, "hello"));
        assertThat(stores().heads().of(List.of(talk.id()))).isEmpty();

        write(talk.started(5));
        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
    }

    @Test
    void writing_counts_as_reading_and_reading_as_receiving() {
        write(talk.started(1), talk.wrote(2, talk.alice(), 1, "a"), talk.wrote(3, talk.bob(), 2, "b"));
        assertThat(head().watermarksOf(talk.alice())).isEqualTo(new Watermarks(1, 1));
        assertThat(head().watermarksOf(talk.bob())).isEqualTo(new Watermarks(2, 2));
        assertThat(head().unreadBy(talk.alice())).isEqualTo(1);

        write(talk.delivered(4, talk.alice(), 2));
        assertThat(head().watermarksOf(talk.alice())).isEqualTo(new Watermarks(2, 1));

        write(talk.wrote(5, talk.bob(), 3, "c"), talk.read(6, talk.alice(), 3));
        assertThat(head().watermarksOf(talk.alice())).isEqualTo(new Watermarks(3, 3));
        assertThat(head().unreadBy(talk.alice())).isZero();
    }

    @Test
    void a_read_below_what_was_delivered_lowers_nothing() {
        write(talk.started(1), talk.delivered(10, talk.bob(), 9), talk.read(11, talk.bob(), 4));

        assertThat(head().watermarksOf(talk.bob())).isEqualTo(new Watermarks(9, 4));
        assertThat(head().watermarksOf(talk.alice())).isEqualTo(Watermarks.NONE);
    }
}
