package chat.parley.log.erasure;

import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forgetting of one person.
 *
 * @param position of the {@link chat.parley.events.AccountErased} in the log
 * @param parts everyone who has something to forget, in the order of their names
 */
public record Erasure(ErasureId id, UserId account, Instant requested, long position, List<Part> parts) {

    public Erasure {
        parts = List.copyOf(parts);
    }

    /**
     * One of those who have something to forget.
     *
     * @param name such as {@code history.2}, a queue of a consumer group, or {@code objects}
     * @param forgotten when it had forgotten everything; null until then
     */
    public record Part(String name, @Nullable Instant forgotten) {}

    public boolean complete() {
        return parts.stream().allMatch(part -> part.forgotten() != null);
    }
}
