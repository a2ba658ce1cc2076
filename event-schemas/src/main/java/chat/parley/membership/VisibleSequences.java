package chat.parley.membership;

import chat.parley.events.SequenceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sequences of a conversation that one person may see.
 *
 * @param ranges ascending and disjoint; the last ends at {@link Long#MAX_VALUE} while the person is a member
 */
public record VisibleSequences(List<SequenceRange> ranges) {

    public static final VisibleSequences NONE = new VisibleSequences(List.of());

    public VisibleSequences {
        ranges = List.copyOf(ranges);
    }

    /** The union of the ranges, which may overlap. */
    static VisibleSequences union(List<SequenceRange> given) {
        List<SequenceRange> apart = new ArrayList<>();
        for (SequenceRange next : given.stream()
                .sorted(Comparator.comparingLong(SequenceRange::first))
                .toList()) {
            SequenceRange before = apart.isEmpty() ? null : apart.getLast();
            if (before != null && next.first() <= before.last()) {
                apart.set(apart.size() - 1, new SequenceRange(before.first(), Math.max(before.last(), next.last())));
            } else {
                apart.add(next);
            }
        }
        return apart.isEmpty() ? NONE : new VisibleSequences(apart);
    }

    public boolean nothing() {
        return ranges.isEmpty();
    }

    public boolean includes(long sequence) {
        return ranges.stream().anyMatch(range -> range.first() <= sequence && sequence <= range.last());
    }

    /** The first sequence; must not be called if there is {@link #nothing}. */
    public long first() {
        return ranges.getFirst().first();
    }
}
