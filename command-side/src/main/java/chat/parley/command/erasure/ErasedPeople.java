package chat.parley.command.erasure;

import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All erased people: at once for erasures in this process, within a second for others. Used to refuse messages that nobody
 * would read; decisions that must not lag use the guard tables.
 */
@Component
public class ErasedPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPeople.class);

    /** Longer than the time from an erasure's row to its commit, plus the difference between clocks. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);

    private final Erasures erasures;
    private final Clock clock;
    private volatile Set<UserId> known = Set.of();
    private Instant readUpTo = Instant.EPOCH;
    private boolean failing;

    ErasedPeople(Erasures erasures, ObjectProvider<Clock> clock) {
        this.erasures = erasures;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** An immutable copy of the current state. */
    public Set<UserId> known() {
        return known;
    }

    void learn(UserId account) {
        learn(Set.of(account));
    }

    private synchronized void learn(Collection<UserId> accounts) {
        if (!known.containsAll(accounts)) {
            Set<UserId> more = new HashSet<>(known);
            more.addAll(accounts);
            known = Set.copyOf(more);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void read() {
        try {
            Instant now = clock.instant();
            learn(erasures.accountsErasedSince(readUpTo));
            readUpTo = now.minus(LOOKED_BACK);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Who was erased cannot be read: {}", e.toString());
            }
            failing = true;
        }
    }
}
