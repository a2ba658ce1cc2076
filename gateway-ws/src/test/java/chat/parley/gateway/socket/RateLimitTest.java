package chat.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimit pace = new RateLimit(2, Duration.ofSeconds(1), now::get);

    @Test
    void noMoreThanItsShareIsPermittedInASecond() {
        assertThat(pace.permits()).isTrue();
        assertThat(pace.permits()).isTrue();
        assertThat(pace.permits()).isFalse();
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(pace.permits()).isTrue();
    }
}
