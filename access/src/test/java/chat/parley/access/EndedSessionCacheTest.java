package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndedSessionCacheTest {

    private final MovableClock clock = new MovableClock();
    private final EndedSessionCache ends = new EndedSessionCache(clock);
    private final SessionId session = new SessionId(UUID.randomUUID());

    @Test
    void nothingIsKnownBeforeTheTableWasRead() {
        assertThat(ends.reachable()).isFalse();
        ends.subscribed();
        assertThat(ends.reachable())
                .as("the broadcast does not tell of the past")
                .isFalse();
        readTable();
        assertThat(ends.reachable()).isTrue();
    }

    @Test
    void aListenerThatFailsKeepsNoOtherFromBeingTold() {
        List<SessionId> told = new ArrayList<>();
        ends.listen(_ -> {
            throw new IllegalStateException("not heard");
        });
        ends.listen(_ -> {
            throw new StackOverflowError();
        });
        ends.listen(told::add);
        ends.learn(session);
        assertThat(told).containsExactly(session);
    }

    @Test
    void memoryIsTrustedForFiveSecondsAfterBothSourcesWereLost() {
        readTable();
        clock.advance(EndedSessionCache.TRUSTED);
        assertThat(ends.reachable()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(ends.reachable()).isFalse();
    }

    @Test
    void theBroadcastAloneIsEnoughWhileItIsNotInterrupted() {
        ends.subscribed();
        readTable();
        clock.advance(Duration.ofHours(1));
        assertThat(ends.reachable()).isTrue();
        ends.unsubscribed();
        clock.advance(EndedSessionCache.TRUSTED);
        assertThat(ends.reachable()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(ends.reachable()).isFalse();
    }

    @Test
    void aNewSubscriptionDoesNotMakeUpForWhatTheOldOneMissed() {
        ends.subscribed();
        readTable();
        ends.unsubscribed();
        ends.subscribed();
        clock.advance(EndedSessionCache.TRUSTED.plusMillis(1));
        assertThat(ends.reachable()).isFalse();
        readTable();
        clock.advance(Duration.ofHours(1));
        assertThat(ends.reachable()).isTrue();
    }

    @Test
    void aSubscriptionBegunWhileTheTableWasBeingReadWaitsForTheNextReading() {
        var reading = ends.beginReading();
        ends.subscribed();
        ends.endReading(reading, List.of());
        clock.advance(Duration.ofSeconds(6));
        assertThat(ends.reachable()).isFalse();
    }

    @Test
    void anEndIsToldOnceAndKeptAsLongAsATokenMayLookValid() {
        List<SessionId> told = new ArrayList<>();
        ends.listen(_ -> {
            throw new IllegalStateException("a listener that fails harms no other");
        });
        ends.listen(told::add);
        ends.learn(session);
        ends.endReading(ends.beginReading(), List.of(session));
        assertThat(told).containsExactly(session);
        clock.advance(AccessTokens.ACCESS_LIFETIME.plus(TokenVerifier.CLOCK_SKEW));
        readTable();
        assertThat(ends.isEnded(session)).isTrue();
        clock.advance(Duration.ofHours(1));
        readTable();
        assertThat(ends.isEnded(session)).isFalse();
    }

    @Test
    void aClosedListenerIsToldNoMore() {
        List<SessionId> told = new ArrayList<>();
        ends.listen(told::add).close();
        ends.learn(session);
        assertThat(told).isEmpty();
    }

    private void readTable() {
        ends.endReading(ends.beginReading(), List.of());
    }
}
