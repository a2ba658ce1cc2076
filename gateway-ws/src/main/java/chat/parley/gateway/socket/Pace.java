package chat.parley.gateway.socket;

import java.util.function.LongSupplier;

/** Permits something a number of times in each second. For one thread at a time. */
public final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private long since;
    private int used;

    Pace(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    public boolean permits() {
        long now = nanos.getAsLong();
        if (now - since >= SECOND) {
            since = now;
            used = 0;
        }
        used++;
        return used <= perSecond;
    }
}
