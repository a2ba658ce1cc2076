package chat.parley.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The service by itself: it starts, says that it is ready, and tells how far it is. */
class ProjectionsAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void itStartsAndIsReady() throws Exception {
        try (Running running = Running.start()) {
            assertThat(JsonMapper.shared()
                            .readTree(running.get("/actuator/health/readiness").body())
                            .at("/status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(running.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void ofTheBrokerItTellsByWhatNeedsIt() throws Exception {
        try (Running running = Running.start()) {
            assertThat(JsonMapper.shared()
                            .readTree(running.get("/actuator/health").body())
                            .at("/components")
                            .propertyNames())
                    .contains("supervised")
                    .doesNotContain("rabbit");
            assertThat(running.get("/actuator/prometheus").body()).doesNotContain("rabbitmq_");
        }
    }

    @Test
    void withoutTheMasterKeyItDoesNotStartAndSaysSo() {
        assertThatThrownBy(() -> Running.start("").close())
                .rootCause()
                .hasMessageStartingWith("parley.secret.master is not set.");
    }

    @Test
    void itTellsHowFarItIsBehindAndNamesNobody() throws Exception {
        try (Running running = Running.start()) {
            Story story = running.story();
            String username = Story.username();
            List<Envelope> events =
                    List.of(story.registered(username), story.started(), story.wrote(story.alice, "a secret"));
            running.publish(events);

            for (ConsumerGroup group : List.of(ConsumerGroup.HISTORY, ConsumerGroup.DIRECTORY)) {
                for (int queue = 0; queue < group.queues(); queue++) {
                    String noLag =
                            "parley_projections_lag{group=\"%s\",queue=\"%d\"} 0.0".formatted(group.name(), queue);
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(
                                            running.get("/actuator/prometheus").body())
                                    .contains(noLag));
                }
            }
            String metrics = running.get("/actuator/prometheus").body();
            assertThat(metrics).contains("parley_projections_events_total{group=\"history\"}");
            assertThat(metrics)
                    .doesNotContain(username, "a secret", story.alice.toString(), story.conversation.toString());
        }
    }

    @Test
    void aQueueWithUnhandledEventsShowsAsBehindAndOneWithoutDoesNot() {
        try (Running running = Running.start()) {
            Story story = running.story();
            await().atMost(PATIENCE).until(running::consumes);
            Envelope started = story.started();
            Envelope last = story.wrote(story.alice, "hello");
            int queue = ConsumerGroup.HISTORY.queueOf(started.partition());

            assertThat(new Lag(running.historyView(), queue, running.log()).positions())
                    .isEqualTo(2);
            int idle = (queue + 1) % ConsumerGroup.HISTORY.queues();
            assertThat(running.historyView().reached(idle)).isLessThan(last.position());
            assertThat(new Lag(running.historyView(), idle, running.log()).positions())
                    .isZero();

            assertThat(running.directoryView().reached(0)).isLessThan(started.position());
            Lag directory = new Lag(running.directoryView(), 0, running.log());
            assertThat(directory.positions()).isZero();
            story.registered(Story.username());
            story.wrote(story.alice, "hello again");
            assertThat(directory.positions()).isEqualTo(2);
        }
    }
}
