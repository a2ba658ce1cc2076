package chat.parley.refusals;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is refused. Thrown anywhere, and mapped once per transport. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable Duration retryAfter;
    private final transient List<FieldProblem> fields;

    public Refused(Reason reason) {
        this(reason, reason.sentence(), null);
    }

    /** @param sentence more specific than the reason's own; holds nobody's data */
    public Refused(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    public Refused(Reason reason, String sentence, @Nullable Duration retryAfter) {
        this(reason, sentence, retryAfter, List.of());
    }

    private Refused(Reason reason, String sentence, @Nullable Duration retryAfter, List<FieldProblem> fields) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.fields = List.copyOf(fields);
    }

    /** Refuses one field, with the reason's own sentence. */
    public static Refused forField(String field, Reason reason) {
        return forFields(List.of(new FieldProblem(field, reason)));
    }

    /** Refuses one or more fields; the first gives the reason of the whole. */
    public static Refused forFields(List<FieldProblem> fields) {
        FieldProblem first = fields.getFirst();
        return new Refused(first.reason(), first.sentence(), null, fields);
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

    /** The invalid fields; empty if there are none. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
