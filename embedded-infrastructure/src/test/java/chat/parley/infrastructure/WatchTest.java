package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that ends unasked is started again; one that was asked to end is not. */
class WatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RecordedProgress progress = new RecordedProgress();

    @TempDir
    Path folder;

    @Test
    void partsThatAreKilledAllAtOnceComeBackWithAddressSecretsAndData() throws Exception {
        try (EmbeddedInfrastructure infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.values()), Map.of(), progress)) {
            Addresses before = infrastructure.addresses();
            for (Component part : Component.values()) {
                Traces.leave(part, before);
            }
            // They acknowledge some moments before it is on the disk; an orderly end waits for that.
            infrastructure.restart(Component.CASSANDRA);
            infrastructure.restart(Component.RABBITMQ);

            for (Component part : Component.values()) {
                assertThat(server(part).destroyForcibly()).isTrue();
            }

            for (Component part : Component.values()) {
                await().atMost(PATIENCE).until(() -> told(part, "returned after"));
                assertThat(progress.lines).contains(part.title() + " ended: it was killed by signal 9, again in 0 s");
                Traces.find(part, before);
            }
            assertThat(infrastructure.addresses()).isEqualTo(before);
        }
        assertThat(Orphans.in(folder.toRealPath())).isEmpty();
    }

    /** The process the part's clients talk to: RabbitMQ has its port mapper beside it. */
    private ProcessHandle server(Component part) throws Exception {
        List<ProcessHandle> ofPart = Orphans.in(folder.toRealPath().resolve(part.fileName()));
        return ProcessHandle.current()
                .children()
                .filter(ofPart::contains)
                .filter(child -> !child.info().command().orElse("").endsWith("epmd"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsAskedToEndStaysDownAndSoDoesEverythingOnceTheWatchHasStopped() throws Exception {
        try (EmbeddedInfrastructure infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.REDIS), Map.of(), progress)) {
            infrastructure.kill(Component.REDIS);
            infrastructure.restart(Component.REDIS);
            infrastructure.stop(Component.REDIS);
            infrastructure.restart(Component.REDIS);
            infrastructure.stopWatching();
            ProcessHandle redis = server(Component.REDIS);
            redis.destroyForcibly();
            redis.onExit().join();
        }
        assertThat(progress.lines).noneMatch(line -> line.contains("ended") || line.contains("returned"));
        assertThat(Orphans.in(folder.toRealPath())).isEmpty();
    }

    @Test
    void aPartThatDoesNotStartAgainIsTriedAgainUntilItDoes() {
        Ending first = new Ending();
        Ending second = new Ending();
        List<RunningComponent> starts = new ArrayList<>(List.of(second));
        WatchedComponent watched = WatchedComponent.watch(
                Component.REDIS,
                first,
                () -> {
                    if (progress.lines.stream().noneMatch(line -> line.contains("failed"))) {
                        throw new ComponentFailed(Component.REDIS, "its port is taken", folder.resolve("redis.log"));
                    }
                    return starts.removeFirst();
                },
                progress);

        first.kill();

        await().until(() -> told(Component.REDIS, "returned after"));
        assertThat(progress.lines.subList(0, 3))
                .containsExactly(
                        "Redis ended: it was told to, again in 0 s",
                        "Redis failed: its port is taken " + folder.resolve("redis.log"),
                        "Redis trying again in 1 s");
        watched.stop();
        assertThat(second.ended.getCount()).isZero();
    }

    private boolean told(Component part, String what) {
        return progress.lines.stream().anyMatch(line -> line.startsWith(part.title() + " " + what));
    }

    private static final class Ending implements RunningComponent {
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public String awaitEnd() throws InterruptedException {
            ended.await();
            return "it was told to";
        }

        @Override
        public void stop() {
            ended.countDown();
        }

        @Override
        public void kill() {
            ended.countDown();
        }
    }
}
