package chat.parley.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.engine.EngineNode;
import chat.parley.database.Role;
import chat.parley.log.read.LogTime;
import chat.parley.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClockSkewMonitorTest {

    private static final String SAID = "behind the log: until it has caught up";

    private final TestDatabase database = TestDatabase.empty().migrated();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private double metric() {
        return meters.get("parley.log.clock.behind").gauge().value();
    }

    @Test
    void operatorsAreToldOnceThatTheClockIsBehindTheLogUntilItHasCaughtUp(CapturedOutput output) {
        try (EngineNode node = EngineNode.on(database.as(Role.COMMAND).dataSource())) {
            ClockSkewMonitor watch = new ClockSkewMonitor(node.part(LogTime.class));
            watch.bindTo(meters);
            watch.look();
            assertThat(watch.health().getStatus()).isEqualTo(Status.UP);

            database.asSuperuser("UPDATE log.head SET recorded = clock_timestamp() + interval '1 hour'");
            watch.look();
            watch.look();
            assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(metric()).isBetween(3000.0, 3600.0);
            assertThat(output.getOut().split(SAID, -1)).hasSize(2);

            database.asSuperuser("UPDATE log.head SET recorded = clock_timestamp()");
            watch.look();
            assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
            assertThat(metric()).isLessThan(1);
            assertThat(output.getOut()).contains("has caught up with the log");
        }
    }
}
