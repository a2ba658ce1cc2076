package chat.parley.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An event its view refuses: here one whose username the database was told not to take. */
@ExtendWith(OutputCaptureExtension.class)
class DeadLetterTest {

    private final Running running = Running.start();
    private final Story story = running.story();
    private final String refused = Story.username();

    @AfterEach
    void stop() {
        takeAll();
        running.close();
    }

    private void refuse() {
        TestDatabase.shared()
                .asSuperuser("ALTER TABLE directory_1.user_entry ADD CONSTRAINT refused CHECK (username <> '%s')"
                        .formatted(refused));
    }

    private void takeAll() {
        TestDatabase.shared().asSuperuser("ALTER TABLE directory_1.user_entry DROP CONSTRAINT IF EXISTS refused");
    }

    private boolean known(String username) {
        return running.directory().byUsername(username).isPresent();
    }

    @Test
    void itIsSetAsideItsNeighboursGoOnAndItIsStoredWhenAskedForAgain(CapturedOutput logged) throws Exception {
        refuse();
        String before = Story.username();
        String after = Story.username();
        List<Envelope> events = List.of(story.registered(before), story.registered(refused), story.registered(after));
        running.publish(events);

        await().atMost(Duration.ofSeconds(60)).until(() -> known(before) && known(after));
        await().until(() -> running.deadLetters().count(ConsumerGroup.DIRECTORY) == 1);
        assertThat(known(refused)).isFalse();
        assertThat(running.get("/actuator/deadletters").body()).isEqualTo("{\"history\":0,\"directory\":1}");
        assertThat(running.get("/actuator/prometheus").body())
                .contains("parley_projections_dead_letters{group=\"directory\"} 1.0");

        assertThat(running.post("/actuator/deadletters/directory").body()).isEqualTo("{\"stored\":0,\"remaining\":1}");
        takeAll();
        assertThat(running.post("/actuator/deadletters/directory").body()).isEqualTo("{\"stored\":1,\"remaining\":0}");
        assertThat(known(refused)).isTrue();
        assertThat(logged).contains("dead-lettering position").doesNotContain(refused);
    }

    @Test
    void anEventThatCameWithoutItsRowIsStoredWithItWhenAskedForAgain() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(running::consumes);
        Envelope started = story.started();
        Envelope sent = story.wrote(story.alice, "hello");
        running.publish(List.of(started, sent.with(null)));
        await().atMost(Duration.ofSeconds(60)).until(() -> running.deadLetters().count(ConsumerGroup.HISTORY) == 1);

        assertThat(running.post("/actuator/deadletters/history").body()).isEqualTo("{\"stored\":1,\"remaining\":0}");
        assertThat(running.texts(story.conversation)).containsExactly("hello");
    }

    @Test
    void aGroupThatDoesNotExistHasNoDeadLetters() throws Exception {
        assertThat(running.post("/actuator/deadletters/nobody").statusCode()).isEqualTo(404);
    }
}
