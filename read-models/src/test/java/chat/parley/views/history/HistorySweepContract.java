package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link HistorySweep} does. */
abstract class HistorySweepContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private void write(HistoryChange... changes) {
        stores().writer().write(List.of(changes));
    }

    private List<Message> messages() {
        return stores().messages().after(talk.id(), 0, 5_000);
    }

    @Test
    void what_one_person_wrote_is_forgotten_and_what_the_other_wrote_stays() {
        write(
                talk.wrote(2, talk.alice(), 1, "a secret"),
                talk.wrote(3, talk.bob(), 2, "an answer"),
                talk.wrote(4, talk.alice(), 3, "another"),
                talk.deleted(5, talk.alice(), 3, 4));

        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);

        Message erased = talk.gone(2, talk.alice(), 1, false);
        assertThat(erased.gone()).isEqualTo(Message.Gone.ERASED);
        assertThat(messages())
                .containsExactly(
                        erased, talk.message(3, talk.bob(), 2, "an answer"), talk.gone(4, talk.alice(), 3, true));
    }

    @Test
    void what_comes_again_after_it_brings_nothing_back() {
        HistoryChange.Written wrote = talk.wrote(2, talk.alice(), 1, "a secret");
        write(wrote);
        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);

        write(wrote);
        write(wrote);

        assertThat(messages()).containsExactly(talk.gone(2, talk.alice(), 1, false));
    }

    @Test
    void what_came_late_is_forgotten_by_the_next_sweep() {
        write(talk.wrote(2, talk.alice(), 1, "a secret"));
        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);
        write(talk.wrote(3, talk.alice(), 2, "was still in a queue"));

        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);
        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);

        assertThat(messages())
                .containsExactly(talk.gone(2, talk.alice(), 1, false), talk.gone(3, talk.alice(), 2, false));
    }

    @Test
    void it_goes_through_every_page_of_every_bucket_of_every_conversation() {
        Talk other = new Talk(Talk.any().id(), talk.alice(), talk.bob());
        List<HistoryChange> changes = new ArrayList<>();
        LongStream.range(Buckets.SIZE - 1_100, Buckets.SIZE + 700)
                .forEach(number -> changes.add(
                        talk.wrote(number, number % 3 == 0 ? talk.bob() : talk.alice(), number, "text " + number)));
        changes.add(other.wrote(20_000, other.alice(), 1, "elsewhere"));
        stores().writer().write(changes);

        stores().sweep().forget(talk.alice(), List.of(Talk.any().id(), talk.id(), other.id()), 30_000);

        assertThat(messages())
                .hasSize(1_800)
                .allSatisfy(message -> assertThat(message.text() == null)
                        .isEqualTo(message.author().equals(talk.alice())));
        assertThat(stores().messages().after(other.id(), 0, 10))
                .containsExactly(other.gone(20_000, other.alice(), 1, false));
    }
}
