package chat.parley.command.engine;

/** An aggregate that can take much memory says how much. */
public interface Sized {

    /** An aggregate of a few fields, with what Axon, the cache and its key need for it. */
    int SMALL = 1_000;

    /** In bytes, about, beyond {@link #SMALL}. */
    int size();

    static int of(Object aggregate) {
        return aggregate instanceof Sized sized ? SMALL + sized.size() : SMALL;
    }
}
