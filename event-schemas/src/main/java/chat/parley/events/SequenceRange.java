package chat.parley.events;

/** A range of sequences of one stream, both ends included. */
public record SequenceRange(long first, long last) {

    public SequenceRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("a range of sequences goes from its first to its last");
        }
    }

    public static SequenceRange only(long sequence) {
        return new SequenceRange(sequence, sequence);
    }
}
