package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void theRelayTakesCredentialsThatAreNotOverAndReachesNothingButThisMachinesLoopback() throws Exception {
        try (EmbeddedInfrastructure infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.TURN), Map.of(), progress)) {
            Address.Turn relay = infrastructure.addresses().turn().orElseThrow();
            long now = Instant.now().getEpochSecond();
            try (TurnClient late = new TurnClient(relay, now - 60 + ":somebody")) {
                assertThat(late.allocate()).isEqualTo(401);
            }
            try (TurnClient somebody = new TurnClient(relay, now + 60 + ":somebody")) {
                assertThat(somebody.allocate()).isEqualTo(TurnClient.OK);
                assertThat(somebody.permit("127.0.0.1")).isEqualTo(TurnClient.OK);
                for (String denied : List.of(
                        "127.0.0.2",
                        "8.8.8.8",
                        "10.1.2.3",
                        "100.64.0.1",
                        "169.254.169.254",
                        "172.16.0.1",
                        "192.168.1.1",
                        "198.18.0.1",
                        "240.0.0.1")) {
                    assertThat(somebody.permit(denied)).as(denied).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void nobodyTakesMoreOfTheRelayThanOneNeeds() throws Exception {
        try (EmbeddedInfrastructure infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.TURN), Map.of(), progress)) {
            Address.Turn relay = infrastructure.addresses().turn().orElseThrow();
            String username = Instant.now().getEpochSecond() + 60 + ":somebody";
            List<TurnClient> clients = new ArrayList<>();
            try {
                List<Integer> answers = new ArrayList<>();
                for (int i = 0; i < 13; i++) {
                    TurnClient client = new TurnClient(relay, username);
                    clients.add(client);
                    answers.add(client.allocate());
                }
                assertThat(answers.subList(0, 12)).containsOnly(TurnClient.OK);
                assertThat(answers.getLast()).isEqualTo(486);
            } finally {
                clients.forEach(TurnClient::close);
            }
        }
    }
}
