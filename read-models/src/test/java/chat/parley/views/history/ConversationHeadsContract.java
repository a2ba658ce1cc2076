package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
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
    void a_conversation_just_started_has_no_message() {
        write(talk.started(5));

        assertThat(head())
                .isEqualTo(new ConversationHead(talk.id(), ConversationKind.DIRECT, null, Talk.at(5), 0, 0, null));
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
    }

    @Test
    void an_older_message_written_later_does_not_move_the_head_back() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 2, "second"));
        write(talk.wrote(7, talk.bob(), 1, "first"));
        write(talk.started(5));

        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
        assertThat(head().lastNumber()).isEqualTo(2);
        assertThat(head().lastSequence()).isEqualTo(2);
    }

    @Test
    void a_deletion_takes_a_sequence_and_moves_nothing_else() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 1, "hello"), talk.deleted(9, 1, 2));
        write(talk.wrote(8, talk.alice(), 1, "hello"));

        assertThat(head().lastSequence()).isEqualTo(2);
        assertThat(head().lastNumber()).isEqualTo(1);
    }

    @Test
    void without_its_start_a_conversation_is_not_there_yet() {
        write(talk.wrote(8, talk.alice(), 1, "hello"));
        assertThat(stores().heads().of(List.of(talk.id()))).isEmpty();

        write(talk.started(5));
        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
    }

    @Test
    void a_group_is_called_what_its_event_says() {
        write(new HistoryChange.Started(5, talk.id(), 0, ConversationKind.GROUP, 0L, Talk.at(5)));

        assertThat(head().kind()).isEqualTo(ConversationKind.GROUP);
        assertThat(head().named()).isZero();
    }

    @Test
    void who_comes_and_goes_takes_a_sequence() {
        write(talk.started(5), talk.joined(6, 1, talk.alice(), 0));
        assertThat(head().lastSequence()).isEqualTo(1);

        write(new HistoryChange.Happened(7, talk.id(), 2));
        assertThat(head().lastSequence()).isEqualTo(2);
    }
}
