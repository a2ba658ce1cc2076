package chat.parley.log;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event and in what context; no address and no name.
 *
 * @param session the session that asked, or null where the system itself did
 * @param correlation the request all of this belongs to
 * @param causation what directly led to it, where that is known
 */
public record Metadata(
        UserId actor,
        @Nullable SessionId session,
        UUID correlation,
        @Nullable UUID causation) {}
