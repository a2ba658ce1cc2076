package chat.parley.command.erasure;

import chat.parley.command.erasure.objects.ObjectErasure;
import chat.parley.distribution.ConsumerGroup;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everyone who has something to forget. A queue of a consumer group, such as {@code history.2}, has forgotten once it has
 * passed the event and what it feeds was swept again after that.
 */
final class ErasureParts {

    /** Forgets with the event: its content can no longer be read. */
    static final String LOG = "log";

    /** Credential and sessions, which go with the event. */
    static final String ACCOUNTS = "accounts";

    static final String OBJECTS = ObjectErasure.PART;
    static final String PRESENCE = "presence";

    /** Those that have forgotten with the event. */
    static final Set<String> AT_ONCE = Set.of(LOG, ACCOUNTS);

    static final Set<String> ALL = Stream.concat(
                    Stream.of(LOG, ACCOUNTS, OBJECTS, PRESENCE),
                    ConsumerGroup.ALL.stream().flatMap(ErasureParts::queuesOf))
            .collect(Collectors.toUnmodifiableSet());

    private ErasureParts() {}

    private static Stream<String> queuesOf(ConsumerGroup group) {
        return IntStream.range(0, group.queues()).mapToObj(queue -> group.name() + "." + queue);
    }

    /** Whether it is a queue of this group. */
    static boolean isQueueOf(ConsumerGroup group, String part) {
        return part.startsWith(group.name() + ".");
    }
}
