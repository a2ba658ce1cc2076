package chat.parley.command.readcursor.move;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.membership.ReceiptLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThrottledReadsTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0, 1));
    private static final Caller BOB = new Caller(new UserId(new UUID(0, 2)), new SessionId(new UUID(0, 3)));
    private static final Caller CAROL = new Caller(new UserId(new UUID(0, 4)), new SessionId(new UUID(0, 5)));

    private Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private final ThrottledReads postponed = new ThrottledReads(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private static CursorMove read(long upTo) {
        return new CursorMove(GROUP, 0, upTo);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theFurthestOfWhatAMemberReadIsTakenOnceItIsTimeSinceTheFirst() {
        postponed.add(BOB, read(3));
        pass(Duration.ofSeconds(2));
        postponed.add(BOB, read(7));
        postponed.add(BOB, read(5));
        pass(ReceiptLimits.READ_EVERY.minusSeconds(2).minusNanos(1));
        assertThat(due()).isEmpty();
        pass(Duration.ofNanos(1));
        assertThat(due()).containsExactly(new ThrottledReads.Read(BOB, read(7)));
        assertThat(due()).isEmpty();
    }

    @Test
    void eachMemberWaitsAlone() {
        postponed.add(BOB, read(3));
        pass(Duration.ofSeconds(3));
        postponed.add(CAROL, read(4));
        pass(Duration.ofSeconds(2));
        assertThat(due()).containsExactly(new ThrottledReads.Read(BOB, read(3)));
    }

    @Test
    void whatCannotBeRecordedNowWaitsAgainAndKeepsNobodyElseWaiting() {
        postponed.add(BOB, read(3));
        postponed.add(CAROL, read(4));
        pass(ReceiptLimits.READ_EVERY);
        List<Caller> asked = new ArrayList<>();
        postponed.giveDue(read -> {
            asked.add(read.caller());
            throw new IllegalStateException("the log is away");
        });
        assertThat(asked).containsExactlyInAnyOrder(BOB, CAROL);
        pass(ReceiptLimits.READ_EVERY);
        assertThat(due())
                .containsExactlyInAnyOrder(
                        new ThrottledReads.Read(BOB, read(3)), new ThrottledReads.Read(CAROL, read(4)));
    }

    private List<ThrottledReads.Read> due() {
        List<ThrottledReads.Read> due = new ArrayList<>();
        postponed.giveDue(due::add);
        return due;
    }
}
