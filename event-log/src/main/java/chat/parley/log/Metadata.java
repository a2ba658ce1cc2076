package chat.parley.log;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who caused an event, and in what context. Holds no address and no name.
 *
 * @param actor the person; null if a program did it
 * @param session the person's session; null if there was none
 * @param correlation the request that the event belongs to
 * @param causation what directly led to it, if known
 * @param client the program that acted in its own name, such as the operator's; null if a person did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metadata(
        @Nullable UserId actor,
        @Nullable SessionId session,
        UUID correlation,
        @Nullable UUID causation,
        @Nullable UUID client) {

    /** The metadata of a damaged row: nothing is known of the cause. */
    static final Metadata NONE = new Metadata(null, null, new UUID(0, 0), null, null);

    /** Caused by a person. */
    public Metadata(UserId actor, @Nullable SessionId session, UUID correlation, @Nullable UUID causation) {
        this(actor, session, correlation, causation, null);
    }

    /** Parses what a row holds. Unreadable metadata becomes {@link #NONE}. */
    static Metadata read(byte[] stored) {
        try {
            return JsonMapper.shared().readValue(stored, Metadata.class);
        } catch (JacksonException _) {
            return NONE;
        }
    }

    /** Caused by a program. */
    public static Metadata ofClient(UUID client, UUID correlation) {
        return new Metadata(null, null, correlation, null, client);
    }
}
