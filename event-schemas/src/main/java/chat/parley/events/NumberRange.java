package chat.parley.events;

/** A range of the numbers of one conversation's messages, both ends included. Those of messages in threads alone are below zero. */
public record NumberRange(long first, long last) {

    public NumberRange {
        if (last < first || (first <= 0 && last >= 0)) {
            throw new IllegalArgumentException("a range of numbers goes from its first to its last");
        }
    }
}
