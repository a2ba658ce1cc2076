package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.database.Role;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.LogUnavailable;
import chat.parley.log.Senders;
import chat.parley.log.StoredEvent;
import chat.parley.testing.Silence;
import chat.parley.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's disk is full: a small tmpfs, which only root may mount. */
class DiskFullTest {

    @TempDir
    Path folder;

    private @Nullable EmbeddedInfrastructure infrastructure;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root")
                        && run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", folder.toString()) == 0,
                "a small file system to fill can only be mounted by root");
        infrastructure = EmbeddedInfrastructure.start(
                folder.resolve("data"), Set.of(Component.POSTGRESQL), Map.of(), new Silence());
    }

    @AfterEach
    void unmount() throws Exception {
        if (infrastructure != null) {
            infrastructure.close();
            run("umount", "--lazy", folder.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void commandsAreRefusedClearlyAndGoOnOnceThereIsSpace() {
        TestDatabase database =
                TestDatabase.of(Objects.requireNonNull(infrastructure)).migrated();
        LogContext.runner(database.as(Role.COMMAND)).run(context -> {
            EventLog log = context.getBean(EventLog.class);
            List<Examples> pairs = Stream.generate(Examples::ofTwo).limit(8).toList();
            pairs.forEach(two -> log.append(List.of(two.started())));
            Map<Long, StoredEvent> acknowledged = new ConcurrentHashMap<>();
            AtomicReference<RuntimeException> refusal = new AtomicReference<>();
            Path filler = folder.resolve("filler");
            try (Senders senders = new Senders(log, event -> acknowledged.put(event.position(), event), refusal::set)) {
                senders.write(pairs);
                await().until(() -> acknowledged.size() > 100);
                beginSegment(database);
                int begun = acknowledged.size();
                await().until(() -> acknowledged.size() > begun + pairs.size());
                fill(filler);
                await().atMost(Duration.ofSeconds(60)).until(() -> refusal.get() != null);
                assertThat(refusal.get())
                        .isInstanceOf(LogUnavailable.class)
                        .hasMessage("nothing was recorded: PostgreSQL cannot write")
                        .rootCause()
                        .hasMessageContaining("No space left on device");
                Files.delete(filler);
                int before = acknowledged.size();
                await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before + 100);
            }
            List<StoredEvent> recorded = log.readAfter(0, 1_000_000);
            assertThat(recorded)
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, recorded.size()).boxed().toList());
            acknowledged.forEach((position, event) ->
                    assertThat(recorded.get((int) (position - 1))).isEqualTo(event));
        });
    }

    /** Of the WAL, of which PostgreSQL makes each in its full size: where it has no space for the next, it ends itself. */
    private static void beginSegment(TestDatabase database) {
        database.asSuperuser("SELECT pg_switch_wal()");
    }

    /** Down to the last byte. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
