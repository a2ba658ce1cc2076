package chat.parley.throttling;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * What came of asking a limit.
 *
 * @param permitted whether there was something left
 * @param remaining how often it may be asked again at once
 * @param untilNext how long until it permits the next; zero if it does now
 */
public record Taken(Limit limit, Rates rates, boolean permitted, long remaining, Duration untilNext) {

    /** @throws Refused {@link Reason#SLOW_DOWN} with the time to wait, unless it was permitted */
    public Taken orRefuse() {
        if (!permitted) {
            throw new Refused(Reason.SLOW_DOWN, Reason.SLOW_DOWN.sentence(), untilNext);
        }
        return this;
    }

    /** For the header {@code RateLimit-Policy} of the IETF draft. */
    String policy() {
        return rates.each().stream()
                .map(rate -> "\"%s\";q=%d;w=%d"
                        .formatted(
                                limit.label(),
                                rate.times(),
                                Math.max(1, rate.period().toSeconds())))
                .collect(Collectors.joining(", "));
    }

    /** For the header {@code RateLimit}: rounded up, so that nobody comes too early. */
    String state() {
        return "\"%s\";r=%d;t=%d"
                .formatted(limit.label(), remaining, untilNext.plusMillis(999).toSeconds());
    }
}
