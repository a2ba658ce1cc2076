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
    void aConversationJustStartedHasNoMessage() {
        write(talk.started(5));

        assertThat(head())
                .isEqualTo(new ConversationHead(talk.id(), ConversationKind.DIRECT, null, Talk.at(5), 0, 0, null));
    }

    @Test
    void thoseAskedForAreAnsweredAndUnknownOnesLeftOut() {
        Talk other = Talk.any();
        write(talk.started(5), other.started(6));

        assertThat(stores().heads().of(List.of(talk.id(), other.id(), Talk.any().id(), talk.id())))
                .containsOnlyKeys(talk.id(), other.id());
        assertThat(stores().heads().of(List.of())).isEmpty();
    }

    @Test
    void aMessageMovesTheHead() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 1, "hello"));

        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
        assertThat(head().lastNumber()).isEqualTo(1);
        assertThat(head().lastSequence()).isEqualTo(1);
    }

    @Test
    void anOlderMessageWrittenLaterDoesNotMoveTheHeadBack() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 2, "second"));
        write(talk.wrote(7, talk.bob(), 1, "first"));
        write(talk.started(5));

        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
        assertThat(head().lastNumber()).isEqualTo(2);
        assertThat(head().lastSequence()).isEqualTo(2);
    }

    @Test
    void aDeletionTakesASequenceAndMovesNothingElse() {
        write(talk.started(5), talk.wrote(8, talk.alice(), 1, "hello"), talk.deleted(9, 1, 2));
        write(talk.wrote(8, talk.alice(), 1, "hello"));

        assertThat(head().lastSequence()).isEqualTo(2);
        assertThat(head().lastNumber()).isEqualTo(1);
    }

    @Test
    void withoutItsStartAConversationIsNotThereYet() {
        write(talk.wrote(8, talk.alice(), 1, "hello"));
        assertThat(stores().heads().of(List.of(talk.id()))).isEmpty();

        write(talk.started(5));
        assertThat(head().lastMessageAt()).isEqualTo(Talk.at(8));
    }

    @Test
    void aGroupIsCalledWhatItsEventSays() {
        write(new HistoryChange.Started(5, talk.id(), 0, ConversationKind.GROUP, 0L, Talk.at(5)));

        assertThat(head().kind()).isEqualTo(ConversationKind.GROUP);
        assertThat(head().named()).isZero();
    }

    @Test
    void whoComesAndGoesTakesASequence() {
        write(talk.started(5), talk.joined(6, 1, talk.alice(), 0));
        assertThat(head().lastSequence()).isEqualTo(1);

        write(new HistoryChange.Happened(7, talk.id(), 2));
        assertThat(head().lastSequence()).isEqualTo(2);
    }
}
