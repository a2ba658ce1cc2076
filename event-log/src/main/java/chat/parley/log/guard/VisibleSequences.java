package chat.parley.log.guard;

import java.util.List;

/** The sequences of a conversation one person may see: intervals opened by joining and closed by leaving. */
public record VisibleSequences(List<Interval> intervals) {

    /** Both ends included; {@code last} is {@link Long#MAX_VALUE} while the member is present. */
    public record Interval(long first, long last) {}

    public static final VisibleSequences NONE = new VisibleSequences(List.of());

    public VisibleSequences {
        intervals = List.copyOf(intervals);
    }

    public boolean nothing() {
        return intervals.isEmpty();
    }

    public boolean includes(long sequence) {
        return intervals.stream().anyMatch(i -> i.first() <= sequence && sequence <= i.last());
    }
}
