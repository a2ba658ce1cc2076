package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataKeyCacheTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final DataKey KEY = new DataKey.Destroyed();

    private final AtomicLong nanos = new AtomicLong();
    private final DataKeyCache cache = new DataKeyCache(nanos::get);

    @BeforeEach
    void listen() {
        cache.listening(true);
    }

    private static DataKeyTable.Wrapped wrapped(int bytes) {
        return new DataKeyTable.Wrapped(OWNER, "master", new byte[] {(byte) bytes});
    }

    private void keep(long newsBefore) {
        cache.keep(List.of(cache.entry(new DataKeyTable.Row(OWNER, wrapped(1)), KEY)), newsBefore);
    }

    @Test
    void itKeepsWhatWasReadSinceTheLastNews() {
        keep(cache.news());
        assertThat(cache.fresh(OWNER)).isEqualTo(KEY);
    }

    @Test
    void whatWasReadBeforeNewsArrivesTooLate() {
        long before = cache.news();
        cache.forget(UUID.randomUUID());
        keep(before);
        assertThat(cache.fresh(OWNER)).isNull();
    }

    @Test
    void aForgottenKeyIsGone() {
        keep(cache.news());
        cache.forget(OWNER);
        assertThat(cache.fresh(OWNER)).isNull();
        assertThat(cache.of(wrapped(1))).isNull();
    }

    @Test
    void itKeepsNothingWhileItWouldNotHearOfNews() {
        keep(cache.news());
        cache.listening(false);
        assertThat(cache.fresh(OWNER)).isNull();
        keep(cache.news());
        assertThat(cache.fresh(OWNER)).isNull();
    }

    @Test
    void afterAMinuteTheTableIsAskedAgainButAnUnchangedKeyIsNotUnwrappedAgain() {
        keep(cache.news());
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(cache.fresh(OWNER)).isNull();
        assertThat(cache.of(wrapped(1))).isEqualTo(KEY);
        assertThat(cache.of(wrapped(2))).isNull();
    }
}
