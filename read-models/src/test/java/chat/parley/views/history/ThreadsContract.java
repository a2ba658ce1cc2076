package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link Threads} does. */
abstract class ThreadsContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    @Test
    void aThreadIsReadInPagesNewestFirst() {
        write(List.of(
                talk.threaded(11, 1, 1, -1, talk.bob()),
                talk.threaded(12, 1, 2, -2, talk.alice()),
                talk.threaded(13, 2, 1, -3, talk.bob()),
                talk.threaded(14, 1, 3, 4, talk.bob())));
        assertThat(threads().before(root(1), Long.MAX_VALUE, 2))
                .containsExactly(entry(14, 3, 4, talk.bob(), false), entry(12, 2, -2, talk.alice(), false));
        assertThat(threads().before(root(1), 2, 2)).containsExactly(entry(11, 1, -1, talk.bob(), false));
        assertThat(threads().before(root(3), Long.MAX_VALUE, 2)).isEmpty();
        assertThat(threads().newest(Map.of(root(1), 2L, root(2), 1L, root(3), 1L), 5))
                .containsOnlyKeys(root(1), root(2))
                .hasEntrySatisfying(
                        root(1),
                        entries -> assertThat(entries).extracting("number").containsExactly(3L, 2L));
    }

    @Test
    void itIsKnownWhichMessagesThereAreThreadsAbout() {
        write(List.of(talk.threaded(11, 5, 1, -1, talk.bob()), talk.threaded(12, Buckets.SIZE + 3, 1, -2, talk.bob())));
        assertThat(threads().among(talk.id(), List.of(4L, 5L, 6L, Buckets.SIZE + 3)))
                .containsExactlyInAnyOrder(5L, Buckets.SIZE + 3);
        assertThat(threads().among(talk.id(), List.of(4L, 6L))).isEmpty();
        assertThat(threads().among(talk.id(), List.of())).isEmpty();
    }

    @Test
    void someoneFollowsAThreadSinceWhatConcernedThemFirst() {
        write(List.of(
                talk.threaded(13, 1, 3, -3, talk.alice(), talk.alice(), talk.bob()),
                talk.threaded(12, 1, 2, -2, talk.bob(), talk.bob())));
        assertThat(threads().followedBy(talk.bob())).containsExactly(new Threads.Follower(talk.id(), 1, 2));
        assertThat(threads().followedBy(talk.alice(), root(1))).contains(new Threads.Follower(talk.id(), 1, 3));
        assertThat(threads().followedBy(talk.alice(), root(2))).isEmpty();
    }

    @Test
    void whatEventsLeaveIsTheSameInWhateverOrderAndHoweverOftenTheyCome() {
        List<HistoryChange> story = new ArrayList<>(List.of(
                talk.started(1),
                talk.wrote(2, talk.alice(), 1, "root"),
                talk.replied(3, -1, "first"),
                talk.threaded(3, 1, 1, -1, talk.bob(), talk.bob(), talk.alice()),
                talk.replied(4, -2, "second"),
                talk.threaded(4, 1, 2, -2, talk.alice(), talk.alice(), talk.bob()),
                new HistoryChange.Deleted(5, talk.id(), 5, -1, -1, "gone".getBytes(StandardCharsets.UTF_8)),
                talk.unthreaded(5, 1, 1),
                talk.wrote(6, talk.bob(), 2, "third"),
                talk.threaded(6, 1, 3, 2, talk.bob(), talk.bob(), talk.alice())));
        for (int seed = 1; seed <= 5; seed++) {
            Collections.shuffle(story, new Random(seed));
            write(story);
            write(story.subList(0, 5));
            assertThat(threads().before(root(1), Long.MAX_VALUE, 9))
                    .as("seed %d", seed)
                    .containsExactly(
                            entry(6, 3, 2, talk.bob(), false),
                            entry(4, 2, -2, talk.alice(), false),
                            entry(3, 1, -1, talk.bob(), true));
            assertThat(threads().followedBy(talk.bob())).containsExactly(new Threads.Follower(talk.id(), 1, 1));
            assertThat(stores().messages().of(talk.id(), List.of(-1L, -2L, 2L, 7L)))
                    .extracting(found -> new String(found.row(), StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrder("gone", "second", "third");
        }
    }

    @Test
    void whatIsInAThreadAloneIsNoneOfTheConversationsMessages() {
        write(List.of(
                talk.started(1),
                talk.wrote(2, talk.alice(), 1, "root"),
                talk.replied(3, -1, "first"),
                talk.threaded(3, 1, 1, -1, talk.bob(), talk.bob())));
        assertThat(stores().messages().before(talk.id(), Long.MAX_VALUE, 9))
                .extracting(SealedMessage::number)
                .containsExactly(1L);
        assertThat(stores().messages().after(talk.id(), 0, 9))
                .extracting(SealedMessage::number)
                .containsExactly(1L);
        assertThat(stores().heads().of(List.of(talk.id())).get(talk.id())).satisfies(head -> {
            assertThat(head.lastNumber()).isEqualTo(1);
            assertThat(head.lastSequence()).isEqualTo(-1);
        });
    }

    private Threads threads() {
        return stores().threads();
    }

    private Threads.Root root(long number) {
        return new Threads.Root(talk.id(), number);
    }

    private static Threads.Entry entry(long position, long number, long message, UserId author, boolean gone) {
        return new Threads.Entry(number, message, position, author, Talk.at(position), gone);
    }

    private void write(List<HistoryChange> changes) {
        stores().writer().write(changes);
    }
}
