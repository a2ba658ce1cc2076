package chat.parley.command.engine;

import chat.parley.log.CommandId;
import chat.parley.log.Metadata;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** The metadata that travels with a command and is recorded with its events. */
record CommandContext(Metadata origin, @Nullable CommandId command) {

    private static final String KEY = "parley";

    MetaData asMetaData() {
        return MetaData.with(KEY, this);
    }

    static CommandContext of(MetaData metaData) {
        if (metaData.get(KEY) instanceof CommandContext context) {
            return context;
        }
        throw new IllegalStateException("a command came to the bus without its context");
    }

    /** Axon's correlation data: copies the context from the command to its events. */
    static Map<String, ?> carriedBy(MetaData metaData) {
        return Map.of(KEY, of(metaData));
    }
}
