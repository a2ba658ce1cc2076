package chat.parley.command.erasure;

import chat.parley.command.erasure.objects.ObjectEraser;
import chat.parley.distribution.ConsumerGroup;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parts of the system that erase something. A queue of a consumer group, such as {@code history.2}, is done when it has
 * passed the event and its view has been swept after that.
 */
final class ErasureParts {

    /** Done with the event: the destroyed key makes the content unreadable. */
    static final String LOG = "log";

    /** Credential and sessions, deleted in the event's transaction. */
    static final String ACCOUNTS = "accounts";

    static final String OBJECTS = ObjectEraser.PART;
    static final String PRESENCE = "presence";

    /** The parts that are done when the event is recorded. */
    static final Set<String> AT_ONCE = Set.of(LOG, ACCOUNTS);

    static final Set<String> ALL = Stream.concat(
                    Stream.of(LOG, ACCOUNTS, OBJECTS, PRESENCE),
                    ConsumerGroup.ALL.stream().flatMap(ErasureParts::queuesOf))
            .collect(Collectors.toUnmodifiableSet());

    private ErasureParts() {}

    private static Stream<String> queuesOf(ConsumerGroup group) {
        return IntStream.range(0, group.queues()).mapToObj(queue -> group.name() + "." + queue);
    }

    /** Whether a part is a queue of this group. */
    static boolean isQueueOf(ConsumerGroup group, String part) {
        return part.startsWith(group.name() + ".");
    }
}
