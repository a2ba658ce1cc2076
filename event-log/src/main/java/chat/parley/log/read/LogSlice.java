package chat.parley.log.read;

import java.util.Set;

/**
 * Part of the log.
 *
 * @param after the position it begins behind
 * @param upTo the position it ends with
 * @param types their names, in whichever revision; empty for every type
 * @param withContent whether what people wrote is read too; where it is not, it is null as if it were forgotten
 */
public record LogSlice(long after, long upTo, Set<String> types, boolean withContent) {

    public LogSlice {
        Range.check(after);
        types = Set.copyOf(types);
    }
}
