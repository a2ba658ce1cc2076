package chat.parley.command.erasure;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.log.erasure.Erasure;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place that holds personal data, as the status of an erasure lists it. */
enum ErasedStore {
    LOG,
    ACCOUNTS,
    OBJECTS,
    HISTORY,
    DIRECTORY,
    QUEUES,
    GATEWAY,
    PRESENCE;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the last of its parts was done; null until then. */
    @Nullable
    Instant forgotten(Erasure erasure) {
        List<Erasure.Part> own =
                erasure.parts().stream().filter(part -> has(part.name())).toList();
        boolean open = own.stream().anyMatch(part -> part.forgotten() == null);
        return open
                ? null
                : own.stream()
                        .map(Erasure.Part::forgotten)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private boolean has(String part) {
        return switch (this) {
            case LOG -> part.equals(ErasureParts.LOG);
            case ACCOUNTS -> part.equals(ErasureParts.ACCOUNTS);
            case OBJECTS -> part.equals(ErasureParts.OBJECTS);
            case HISTORY -> ErasureParts.isQueueOf(ConsumerGroup.HISTORY, part);
            case DIRECTORY -> ErasureParts.isQueueOf(ConsumerGroup.DIRECTORY, part);
            case QUEUES -> ConsumerGroup.ALL.stream().anyMatch(group -> ErasureParts.isQueueOf(group, part));
            case GATEWAY -> ErasureParts.isQueueOf(ConsumerGroup.FANOUT, part);
            case PRESENCE -> part.equals(ErasureParts.PRESENCE);
        };
    }
}
