package chat.parley.log.erasure;

import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of one person.
 *
 * @param position of the {@link chat.parley.events.AccountErased} in the log
 * @param parts everything that has to erase something, ordered by name
 */
public record Erasure(ErasureId id, UserId account, Instant requested, long position, List<Part> parts) {

    public Erasure {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the system that has to erase what it holds of the person.
     *
     * @param name such as {@code history.2}, a queue of a consumer group, or {@code objects}
     * @param forgotten when it had erased everything; null until then
     */
    public record Part(String name, @Nullable Instant forgotten) {}

    public boolean complete() {
        return parts.stream().allMatch(part -> part.forgotten() != null);
    }
}
