package chat.parley.gateway.socket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalLimitTest {

    private final AtomicLong now = new AtomicLong(42);
    private final ArrivalLimit arrivals = new ArrivalLimit(2, now::get, new SimpleMeterRegistry());

    @Test
    void whoComesBeyondTheLimitIsSentAwayUntilSomeoneIsDone() {
        ArrivalLimit.Step first = arrivals.admit();
        arrivals.admit();
        assertThat(refused().reason()).isEqualTo(Reason.SLOW_DOWN);
        first.close();
        arrivals.admit();
    }

    @Test
    void whoWasLetInResumesWhateverElseArrives() {
        arrivals.admit();
        arrivals.admit();
        ArrivalLimit.Step resume = arrivals.resume();
        resume.close();
        assertThat(refused().reason()).isEqualTo(Reason.SLOW_DOWN);
    }

    @Test
    void theOnesSentAwayAreToldToComeOneAfterTheOther() {
        arrivals.admit();
        arrivals.admit();
        assertThat(turn()).isEqualTo(Duration.ofMillis(1_020));
        assertThat(turn()).isEqualTo(Duration.ofMillis(1_040));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(turn()).isEqualTo(Duration.ofMillis(1_020));
    }

    @Test
    void theyComeAsFastAsClientsArrivedLately() {
        for (int i = 0; i < 1_000; i++) {
            now.addAndGet(Duration.ofMillis(2).toNanos());
            arrivals.resume().close();
        }
        arrivals.admit();
        arrivals.admit();
        Duration first = turn();
        assertThat(turn().minus(first)).isLessThanOrEqualTo(Duration.ofMillis(2));
    }

    @Test
    void nobodyWaitsLongerThanBetweenAnyTwoAttempts() {
        arrivals.admit();
        arrivals.admit();
        for (int i = 0; i < 2_000; i++) {
            assertThat(turn()).isLessThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    private Duration turn() {
        return requireNonNull(refused().retryAfter());
    }

    private Refused refused() {
        return catchThrowableOfType(Refused.class, arrivals::admit);
    }
}
