package chat.parley.log.read;

import java.util.Set;

/**
 * A part of the log.
 *
 * @param after the position before its first one
 * @param upTo its last position
 * @param types names of event types, any revision; empty for all types
 * @param withContent whether content is read too; otherwise it is null, as if it were erased
 */
public record LogSlice(long after, long upTo, Set<String> types, boolean withContent) {

    public LogSlice {
        ReadBounds.check(after);
        types = Set.copyOf(types);
    }
}
