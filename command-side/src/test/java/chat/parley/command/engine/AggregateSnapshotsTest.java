package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.SessionId;
import chat.parley.log.StoredEvent;
import chat.parley.log.snapshot.Snapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** States kept beside the log: how they are made, used, and done without. */
class AggregateSnapshotsTest {

    private static final Caller CALLER = new Caller(Probe.MEMBER, new SessionId(new UUID(0, 3)));

    private final RecordingLog log = new RecordingLog();
    private final RecordingSnapshots snapshots = new RecordingSnapshots();
    private final List<Configuration> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Configuration::shutdown);
    }

    @Test
    void everyHundredEventsTheStateIsSaved() {
        CommandDispatch node = node();
        count(node, 99);
        assertThat(snapshots.saved).isEmpty();
        for (long sequence = 99; sequence < 300; sequence += SnapshotPolicy.EVERY) {
            long expected = sequence;
            count(node, 1);
            await().until(() -> sequences().contains(expected));
            count(node, SnapshotPolicy.EVERY - 1);
        }
        assertThat(sequences()).containsExactly(99L, 199L, 299L);
        assertThat(snapshots.saved.getLast().state())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"stream\":\"" + Probe.STREAM + "\",\"count\":300}");
    }

    @Test
    void aColdLoadReadsOnlyWhatCameAfter() {
        count(node(), 150);
        await().until(() -> !snapshots.saved.isEmpty());
        log.rowsRead = 0;
        assertNext(node(), 151);
        assertThat(log.rowsRead).isLessThanOrEqualTo(SnapshotPolicy.EVERY);
    }

    @Test
    void whatCannotBeReadIsIgnoredAndReplaced() {
        count(node(), 150);
        await().until(() -> !snapshots.saved.isEmpty());
        for (String broken : List.of("no json", "{}", "{\"stream\":null,\"count\":7}", "{\"count\":7,\"more\":1}")) {
            int saved = snapshots.saved.size();
            keep(149, Probe.SHAPE.fingerprint(), broken);
            assertNext(node(), log.events.size() + 1);
            await().until(() -> snapshots.saved.size() > saved);
        }
    }

    @Test
    void oneOfAnotherRevisionIsIgnoredAndReplaced() {
        count(node(), 150);
        await().until(() -> !snapshots.saved.isEmpty());
        keep(149, Probe.SHAPE.fingerprint() + 1, "{\"stream\":\"" + Probe.STREAM + "\",\"count\":7}");
        assertNext(node(), 151);
        await().until(() ->
                snapshots.kept.values().stream().allMatch(kept -> kept.revision() == Probe.SHAPE.fingerprint()));
    }

    @Test
    void oneOfABuildThatKnowsOtherEventsIsOfAnotherFingerprintThoughTheShapeIsTheSame() {
        SnapshotShape<Probe, Probe.State> same = Probe.SHAPE;
        SnapshotShape<Probe, Probe.State> elsewhere = new SnapshotShape<>(
                same.aggregate(), "account", same.revision(), same.state(), same.saved(), same.restored());
        assertThat(elsewhere.fingerprint()).isNotEqualTo(same.fingerprint());
    }

    @Test
    void noCommandFailsBecauseASnapshotDoes() {
        snapshots.failing = true;
        CommandDispatch node = node();
        count(node, 150);
        assertNext(node, 151);
        assertThat(snapshots.saved).isEmpty();
    }

    private CommandDispatch node() {
        Configuration axon = new EngineConfiguration()
                .axon(
                        log,
                        snapshots,
                        new SimpleMeterRegistry(),
                        List.of(SnapshottedAggregates.aggregate(Probe.class)),
                        List.of(Probe.SHAPE));
        nodes.add(axon);
        return new CommandDispatch(axon.commandBus());
    }

    private static void count(CommandDispatch node, int times) {
        for (int i = 0; i < times; i++) {
            node.send(new Probe.Count(1), CALLER);
        }
    }

    private static void assertNext(CommandDispatch node, long count) {
        assertThat(node.send(new Probe.Count(1), CALLER))
                .extracting(StoredEvent::event)
                .containsExactly(new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, count, true));
    }

    private void keep(long sequence, int revision, String state) {
        byte[] bytes = state.getBytes(StandardCharsets.UTF_8);
        snapshots.kept.put(Probe.STREAM, new Snapshot(Probe.STREAM, sequence, revision, bytes));
    }

    private List<Long> sequences() {
        return snapshots.saved.stream().map(Snapshot::sequence).toList();
    }
}
