package chat.parley.log.signal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.Envelope;
import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import chat.parley.log.Examples;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailCacheTest {

    private final AtomicLong now = new AtomicLong();
    private final TailCache tail = new TailCache(now::get);
    private final LogId log = new LogId(UUID.randomUUID());
    private final Examples two = Examples.ofTwo();

    private StoredEvent at(long position) {
        return stored(position, two.sent(position, "message"));
    }

    private StoredEvent stored(long position, NewEvent fresh) {
        ParleyEvent event = fresh.event();
        return new StoredEvent(
                new Envelope(fresh.id(), log, event.stream(), Instant.EPOCH, position, fresh.sequence(), event), null);
    }

    private void append(long from, long to) {
        tail.add(LongStream.rangeClosed(from, to).mapToObj(this::at).toList());
    }

    private List<Long> after(long position, int limit) {
        return tail.after(position, limit).stream().map(StoredEvent::position).toList();
    }

    @Test
    void whatDirectlyFollowsAPositionIsKnownUpToALimit() {
        append(5, 7);
        append(8, 9);
        assertThat(after(5, 10)).containsExactly(6L, 7L, 8L, 9L);
        assertThat(after(4, 2)).containsExactly(5L, 6L);
        assertThat(after(9, 10)).isEmpty();
        assertThat(after(3, 10)).as("5 does not directly follow 3").isEmpty();
    }

    @Test
    void aHoleThatAnotherProcessFilledIsNeverSkipped() {
        append(5, 6);
        append(9, 9);
        assertThat(after(6, 10)).isEmpty();
        assertThat(after(4, 10)).isEmpty();
        assertThat(after(8, 10)).containsExactly(9L);
    }

    @Test
    void whatIsToldLateChangesNothing() {
        append(5, 6);
        append(4, 4);
        append(5, 5);
        assertThat(after(4, 10)).containsExactly(5L, 6L);
    }

    @Test
    void whatIsNotFreshAnyMoreIsReadFromTheTable() {
        append(5, 6);
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        append(7, 7);
        assertThat(after(4, 10)).containsExactly(5L, 6L, 7L);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(after(4, 10)).isEmpty();
        assertThat(after(6, 10)).containsExactly(7L);
    }

    @Test
    void whatCameBeforeSomethingWasForgottenIsNotToldFromMemory() {
        append(5, 6);
        tail.add(List.of(stored(7, two.deleted(7, 5))));
        assertThat(after(5, 10)).isEmpty();
        assertThat(after(6, 10)).containsExactly(7L);
    }

    @Test
    void noMoreThanTheNewestAreKept() {
        append(1, 20_000);
        assertThat(after(10_000, 10)).isEmpty();
        assertThat(after(19_990, 100)).hasSize(10);
    }
}
