package chat.parley.gateway.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The last number received from each source. A number that is not the next one means that a message was lost. */
public final class NodeSequences {

    private static final int MAX_SOURCES = 10_000;

    private final Cache<NodeMessage.Source, Long> last =
            Caffeine.newBuilder().maximumSize(MAX_SOURCES).build();

    /** A numbered message arrived. False if one before it did not. */
    public boolean counted(NodeMessage.Source source, long counter) {
        Long before = last.asMap().put(source, counter);
        return counter == (before == null ? 1 : before + 1);
    }

    /** A source announced its last number. False if something is missing. */
    public boolean confirmed(NodeMessage.Source source, long counter) {
        Long before = last.asMap().put(source, counter);
        return before != null && before == counter;
    }

    /** Forgets all numbers. */
    public void forget() {
        last.invalidateAll();
    }
}
