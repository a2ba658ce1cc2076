package chat.parley.log;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who caused an event and in what context; no address and no name.
 *
 * @param actor the person, or null where it was a program
 * @param session the session that asked, or null where none did
 * @param correlation the request all of this belongs to
 * @param causation what directly led to it, where that is known
 * @param client the program that asked in its own name, the operator's for one, or null where a person did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metadata(
        @Nullable UserId actor,
        @Nullable SessionId session,
        UUID correlation,
        @Nullable UUID causation,
        @Nullable UUID client) {

    /** Where nothing is known of the cause, because the row that says it is damaged. */
    static final Metadata NONE = new Metadata(null, null, new UUID(0, 0), null, null);

    /** Caused by a person. */
    public Metadata(UserId actor, @Nullable SessionId session, UUID correlation, @Nullable UUID causation) {
        this(actor, session, correlation, causation, null);
    }

    /** As a row holds it. What cannot be read is taken for nothing known about the cause. */
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
