package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay and the media server of calls, as they come with the product. */
class MediaTest {
    private static final Set<Component> MEDIA = Set.of(Component.TURN, Component.JANUS);
    private static final String INFO = "{\"janus\":\"info\",\"transaction\":\"1\"%s}";

    private final RecordedProgress progress = new RecordedProgress();

    @TempDir
    Path folder;

    @Test
    void theyAnswerAndComeBackWhereTheyWereWhenKilled() throws Exception {
        try (EmbeddedInfrastructure infrastructure = EmbeddedInfrastructure.start(folder, MEDIA, Map.of(), progress)) {
            Addresses addresses = infrastructure.addresses();
            for (Component part : MEDIA) {
                Traces.find(part, addresses);
            }
            for (Component part : MEDIA) {
                Orphans.in(folder.toRealPath().resolve(part.fileName())).forEach(ProcessHandle::destroyForcibly);
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> progress.lines.stream()
                                .anyMatch(line -> line.startsWith(part.title() + " returned after")));
                Traces.find(part, addresses);
            }
        }
        assertThat(Orphans.in(folder.toRealPath())).isEmpty();
    }

    @Test
    void aStrangerIsToldNothing() throws Exception {
        try (EmbeddedInfrastructure infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.JANUS), Map.of(), progress)) {
            Address.Janus janus = infrastructure.addresses().janus().orElseThrow();
            String wrong = "{\"janus\":\"create\",\"transaction\":\"1\",\"apisecret\":\"wrong\"}";
            assertThat(Answers.janus(janus, wrong.replace("%s", ""))).contains("403");
            assertThat(Answers.janus(janus, INFO)).contains("\"ice-lite\":true");
        }
    }
}
