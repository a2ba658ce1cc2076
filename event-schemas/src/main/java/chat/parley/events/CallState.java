package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a call that rang. */
public enum CallState {
    /** It is going on. */
    ACCEPTED,
    /** The one who was called said no. */
    DECLINED,
    /** The one who called gave up. */
    CANCELLED,
    /** Nobody answered in time. */
    MISSED,
    /** The one who was called was in another call. */
    BUSY,
    /** One of the two hung up. */
    COMPLETED,
    /** The devices did not reach each other. */
    FAILED,
    /** A device in it was not heard of any more. */
    LOST;

    /** Whether the call is over. */
    public boolean ends() {
        return this != ACCEPTED;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is an end. */
    @JsonCreator
    public static CallState ofCode(String code) {
        for (CallState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        return LOST;
    }
}
