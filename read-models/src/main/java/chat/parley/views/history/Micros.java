package chat.parley.views.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as stored: Cassandra's own timestamp ends at milliseconds. */
final class Micros {

    private Micros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
