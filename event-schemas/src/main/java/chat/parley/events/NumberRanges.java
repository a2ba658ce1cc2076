package chat.parley.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Numbers of messages, kept as ranges: a hundred that follow one another cost as much as one. */
public final class NumberRanges {

    public static final NumberRanges NONE = new NumberRanges(List.of());

    private final NavigableMap<Long, Long> lastByFirst = new TreeMap<>();

    public NumberRanges(Collection<NumberRange> ranges) {
        ranges.forEach(range -> lastByFirst.put(range.first(), range.last()));
    }

    public boolean contains(long number) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(number);
        return range != null && number <= range.getValue();
    }

    public NumberRanges with(Collection<Long> added) {
        NumberRanges changed = new NumberRanges(ranges());
        added.forEach(changed::add);
        return changed;
    }

    public NumberRanges without(Collection<Long> taken) {
        NumberRanges changed = new NumberRanges(ranges());
        taken.forEach(changed::take);
        return changed;
    }

    /** How many numbers there are behind one, up to another. */
    public long between(long behind, long last) {
        return ranges().stream()
                .mapToLong(range -> Math.max(0, Math.min(range.last(), last) - Math.max(range.first() - 1, behind)))
                .sum();
    }

    /** In ascending order, none of which meet. */
    public List<NumberRange> ranges() {
        return lastByFirst.entrySet().stream()
                .map(range -> new NumberRange(range.getKey(), range.getValue()))
                .toList();
    }

    private void add(long number) {
        if (contains(number)) {
            return;
        }
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(number);
        boolean joinsBefore = before != null && before.getValue() == number - 1;
        Long lastAfter = lastByFirst.remove(number + 1);
        lastByFirst.put(joinsBefore ? before.getKey() : number, lastAfter == null ? number : lastAfter);
    }

    private void take(long number) {
        if (!contains(number)) {
            return;
        }
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(number);
        long first = range.getKey();
        long last = range.getValue();
        lastByFirst.remove(first);
        if (first < number) {
            lastByFirst.put(first, number - 1);
        }
        if (number < last) {
            lastByFirst.put(number + 1, last);
        }
    }
}
