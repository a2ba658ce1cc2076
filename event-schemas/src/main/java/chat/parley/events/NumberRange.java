package chat.parley.events;

/** A range of the numbers of one conversation's messages, both ends included. */
public record NumberRange(long first, long last) {

    public NumberRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("a range of numbers goes from its first to its last");
        }
    }
}
