package chat.parley.log.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.StreamId;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final StreamId stream = StreamId.conversation(Examples.ofTwo().conversation());

    private static void withSnapshots(Consumer<Snapshots> story) {
        LogContext.runner().run(context -> story.accept(context.getBean(Snapshots.class)));
    }

    @Test
    void aStreamHasNoneUntilOneIsSaved() {
        withSnapshots(snapshots -> {
            assertThat(snapshots.of(stream)).isEmpty();
            snapshots.save(at(100, 1, "a"));
            assertKept(snapshots, 100, 1, "a");
        });
    }

    @Test
    void aFurtherOneTakesItsPlaceAndAnOlderOneDoesNot() {
        withSnapshots(snapshots -> {
            snapshots.save(at(200, 1, "a"));
            snapshots.save(at(300, 1, "b"));
            snapshots.save(at(250, 1, "late"));
            assertKept(snapshots, 300, 1, "b");
        });
    }

    @Test
    void oneThatCouldNotBeReadIsReplacedAtTheSameSequence() {
        withSnapshots(snapshots -> {
            snapshots.save(at(100, 1, "broken"));
            snapshots.save(at(100, 1, "mended"));
            assertKept(snapshots, 100, 1, "mended");
        });
    }

    @Test
    void oneOfAnotherRevisionIsReplacedWhereverItStands() {
        withSnapshots(snapshots -> {
            snapshots.save(at(300, 1, "old shape"));
            snapshots.save(at(200, 2, "new shape"));
            assertKept(snapshots, 200, 2, "new shape");
        });
    }

    private Snapshot at(long sequence, int revision, String state) {
        return new Snapshot(stream, sequence, revision, state.getBytes(StandardCharsets.UTF_8));
    }

    private void assertKept(Snapshots snapshots, long sequence, int revision, String state) {
        assertThat(snapshots.of(stream)).hasValueSatisfying(kept -> {
            assertThat(kept.sequence()).isEqualTo(sequence);
            assertThat(kept.revision()).isEqualTo(revision);
            assertThat(kept.state()).asString(StandardCharsets.UTF_8).isEqualTo(state);
        });
    }
}
