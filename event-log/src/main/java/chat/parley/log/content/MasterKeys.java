package chat.parley.log.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The master keys of this service: the current one, and older ones with which data keys may still be wrapped. */
public final class MasterKeys implements AutoCloseable {

    private final MasterKey current;
    private final Map<String, MasterKey> held = new LinkedHashMap<>();
    private final Runnable release;

    /**
     * @param held the current key first
     * @param release closes the connections to the key service
     */
    MasterKeys(List<MasterKey> held, Runnable release) {
        this.current = held.getFirst();
        held.forEach(key -> this.held.putIfAbsent(key.id(), key));
        this.release = release;
    }

    MasterKey current() {
        return current;
    }

    Optional<MasterKey> withId(String id) {
        return Optional.ofNullable(held.get(id));
    }

    Set<String> ids() {
        return held.keySet();
    }

    @Override
    public void close() {
        release.run();
    }
}
