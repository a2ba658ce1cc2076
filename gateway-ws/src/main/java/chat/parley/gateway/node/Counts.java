package chat.parley.gateway.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How far each source has counted as seen from here; every step that is not the next one means that something was lost. */
public final class Counts {

    private static final int MAX_SOURCES = 10_000;

    private final Cache<NodeMessage.Source, Long> last =
            Caffeine.newBuilder().maximumSize(MAX_SOURCES).build();

    /** A counted message came. False if one before it did not. */
    public boolean counted(NodeMessage.Source source, long counter) {
        Long before = last.asMap().put(source, counter);
        return counter == (before == null ? 1 : before + 1);
    }

    /** A source said how far it has counted. False if not all of it came. */
    public boolean confirmed(NodeMessage.Source source, long counter) {
        Long before = last.asMap().put(source, counter);
        return before != null && before == counter;
    }

    /** Nothing of what came before matters any more. */
    public void forget() {
        last.invalidateAll();
    }
}
