package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody does about a message request. */
public enum RequestAnswer {
    /** The other may write from now on. */
    ACCEPTED,
    /** It is not among the requests any more, and stays one. */
    IGNORED;

    /** The form in JSON and in tables. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is treated as the one that allows least. */
    @JsonCreator
    public static RequestAnswer ofCode(String code) {
        return ACCEPTED.code().equals(code) ? ACCEPTED : IGNORED;
    }
}
