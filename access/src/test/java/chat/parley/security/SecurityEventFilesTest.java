package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.MovableClock;
import chat.parley.distribution.BackgroundWork;
import chat.parley.distribution.BackgroundWork.Condition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.unit.DataSize;

class SecurityEventFilesTest {

    private static final String LARGE = "\"" + "x".repeat(11 << 20) + "\"";

    @TempDir
    private Path parent;

    private Path folder;
    private SecurityEventFiles files;
    private final MovableClock clock = new MovableClock();
    private final Counter lost = new SimpleMeterRegistry().counter("lost");
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    @BeforeEach
    void start() {
        folder = parent.resolve("security-events");
        scheduler.initialize();
        files = files();
        files.start();
    }

    @AfterEach
    void stop() {
        files.stop();
        scheduler.shutdown();
    }

    private SecurityEventFiles files() {
        SecurityEventSettings settings =
                new SecurityEventSettings(folder.toString(), Duration.ofDays(3), DataSize.ofMegabytes(30), false);
        return new SecurityEventFiles(folder, settings, clock, scheduler, lost);
    }

    private void add(String json) {
        files.add("signed_in", json);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String content(String day) throws IOException {
        return Files.readString(folder.resolve("security-events-" + day + ".jsonl"));
    }

    @Test
    void eachDayHasItsFileToWhichARestartAppends() throws Exception {
        add("1");
        files.stop();
        files = files();
        files.start();
        add("2");
        clock.advance(Duration.ofDays(1));
        add("3");
        assertThat(content("2026-03-01.0")).isEqualTo("1\n2\n");
        assertThat(content("2026-03-02.0")).isEqualTo("3\n");
    }

    @Test
    void onlyTheOwnerReadsThem() throws Exception {
        add("1");
        Path file = folder.resolve("security-events-2026-03-01.0.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void aLineThatWasTornSpoilsNoOther() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("security-events-2026-03-01.0.jsonl"), "{\"id\":\"to");
        add("1");
        assertThat(content("2026-03-01.0")).isEqualTo("{\"id\":\"to\n1\n");
    }

    @Test
    void aLargeFileIsFollowedByTheNextAndTheOldestGoWhenAllAreTooMuch() throws Exception {
        add(LARGE);
        add("small");
        assertThat(names()).containsExactly("security-events-2026-03-01.0.jsonl", "security-events-2026-03-01.1.jsonl");
        add(LARGE);
        add(LARGE);
        files.once();
        assertThat(names()).containsExactly("security-events-2026-03-01.1.jsonl", "security-events-2026-03-01.2.jsonl");
    }

    @Test
    void nothingIsKeptLongerThanItMayBe() throws Exception {
        add("1");
        clock.advance(Duration.ofDays(1));
        add("2");
        clock.advance(Duration.ofHours(35));
        files.once();
        assertThat(names()).hasSize(2);
        clock.advance(Duration.ofHours(1));
        files.once();
        assertThat(names()).containsExactly("security-events-2026-03-02.0.jsonl");
    }

    @Test
    void healthAndAMeterTellWhatCannotBeWrittenAndRequestsGoOn() throws Exception {
        Files.writeString(folder, "a file where the folder should be");
        add("1");
        assertThat(lost.count()).isEqualTo(1);
        assertThat(files.supervised()).extracting(BackgroundWork::condition).contains(Condition.STARTING_OVER);
        Files.delete(folder);
        add("2");
        assertThat(content("2026-03-01.0")).isEqualTo("2\n");
        assertThat(files.supervised()).extracting(BackgroundWork::condition).containsOnly(Condition.RUNNING);
    }
}
