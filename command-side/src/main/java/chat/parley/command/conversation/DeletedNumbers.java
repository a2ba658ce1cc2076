package chat.parley.command.conversation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The numbers of deleted messages, as ranges: a hundred consecutive deletions cost as much as one. */
final class DeletedNumbers {

    /** Both ends included. */
    record Range(long first, long last) {}

    /** The memory of two numbers and their entry in the map. */
    static final int BYTES_EACH = 90;

    private final NavigableMap<Long, Long> lastByFirst = new TreeMap<>();

    DeletedNumbers() {}

    DeletedNumbers(List<Range> ranges) {
        ranges.forEach(range -> lastByFirst.put(range.first(), range.last()));
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(number);
        return range != null && number <= range.getValue();
    }

    void add(long number) {
        if (contains(number)) {
            return;
        }
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(number);
        boolean joinsBefore = before != null && before.getValue() == number - 1;
        Long lastAfter = lastByFirst.remove(number + 1);
        lastByFirst.put(joinsBefore ? before.getKey() : number, lastAfter == null ? number : lastAfter);
    }

    /** The number of ranges. */
    int size() {
        return lastByFirst.size();
    }

    /** In ascending order. */
    List<Range> ranges() {
        return lastByFirst.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()))
                .toList();
    }
}
