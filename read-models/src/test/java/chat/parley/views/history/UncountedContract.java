package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Uncounted} does. */
abstract class UncountedContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    @Test
    void whatIsDeletedOrOfSomeoneSilentIsFoundBehindANumberInWhateverOrderItCame() {
        List<HistoryChange> story = new ArrayList<>(List.of(
                talk.wrote(2, talk.alice(), 1, "a"),
                talk.wrote(3, talk.bob(), 2, "b"),
                talk.wrote(4, talk.alice(), 3, "c"),
                talk.wrote(5, talk.bob(), 4, "d"),
                talk.deleted(6, 1, 6),
                talk.deleted(7, 3, 7),
                talk.deleted(8, 4, 8)));
        for (int seed = 1; seed <= 3; seed++) {
            Collections.shuffle(story, new Random(seed));
            stores().writer().write(story);
            assertThat(of(0, 4)).as("seed %d", seed).containsExactlyInAnyOrder(1L, 3L, 4L);
            assertThat(of(1, 3)).containsExactlyInAnyOrder(3L);
            assertThat(of(0, 4, talk.bob())).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
            assertThat(of(1, 2)).isEmpty();
        }
    }

    @Test
    void itIsFoundAcrossTheBucketsOfALongConversation() {
        stores().writer()
                .write(List.of(
                        talk.wrote(2, talk.bob(), Buckets.SIZE - 1, "a"),
                        talk.wrote(3, talk.bob(), Buckets.SIZE, "b"),
                        talk.deleted(4, Buckets.SIZE, 9)));
        assertThat(of(5, Buckets.SIZE, talk.bob())).containsExactlyInAnyOrder(Buckets.SIZE - 1, Buckets.SIZE);
        assertThat(of(5, Buckets.SIZE)).containsExactly(Buckets.SIZE);
    }

    private Set<Long> of(long behind, long upTo, UserId... silent) {
        return stores().uncounted()
                .of(Map.of(talk.id(), new Uncounted.Asked(behind, upTo, Set.of(silent))))
                .getOrDefault(talk.id(), Set.of());
    }
}
