package chat.parley.command.conversation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which messages are deleted, as ranges: whoever takes back a hundred messages in a row costs as much as one. */
final class DeletedNumbers {

    /** Both ends included. */
    record Range(long first, long last) {}

    /** Two numbers as objects and their place in the map. */
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

    /** How many ranges it takes. */
    int size() {
        return lastByFirst.size();
    }

    /** In their order. */
    List<Range> ranges() {
        return lastByFirst.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()))
                .toList();
    }
}
