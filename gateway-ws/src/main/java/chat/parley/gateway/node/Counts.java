package chat.parley.gateway.node;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far each source has counted as seen from here; every step that is not the next one means that something was lost. */
public final class Counts {

    private static final int MAX_SOURCES = 10_000;

    private final Map<NodeMessage.Source, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeMessage.Source, Long> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    /** A counted message came. False if one before it did not. */
    public synchronized boolean counted(NodeMessage.Source source, long counter) {
        Long before = last.put(source, counter);
        return counter == (before == null ? 1 : before + 1);
    }

    /** A source said how far it has counted. False if not all of it came. */
    public synchronized boolean confirmed(NodeMessage.Source source, long counter) {
        Long before = last.put(source, counter);
        return before != null && before == counter;
    }

    /** Nothing of what came before matters any more. */
    public synchronized void forget() {
        last.clear();
    }
}
