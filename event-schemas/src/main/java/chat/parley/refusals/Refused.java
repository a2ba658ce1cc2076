package chat.parley.refusals;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that was understood and is not granted. Thrown anywhere, mapped once per transport. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    public Refused(Reason reason) {
        this(reason, reason.sentence(), null);
    }

    /** @param sentence says more than the reason's own sentence does; holds nobody's data */
    public Refused(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    public Refused(Reason reason, String sentence, @Nullable Duration retryAfter) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** What a person is told. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** When to try again; only for a retryable reason. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
