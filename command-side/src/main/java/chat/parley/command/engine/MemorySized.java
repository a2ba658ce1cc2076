package chat.parley.command.engine;

/** An aggregate that reports how much memory it uses. */
public interface MemorySized {

    /** The memory of a small aggregate, with its entries in Axon and the cache. */
    int SMALL = 1_000;

    /** In bytes, approximately, in addition to {@link #SMALL}. */
    int size();

    static int of(Object aggregate) {
        return aggregate instanceof MemorySized sized ? SMALL + sized.size() : SMALL;
    }
}
