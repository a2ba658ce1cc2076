package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** From where on those read a group who are added to it. */
public enum GroupHistory {
    /** From their joining on. */
    JOINING,
    /** From the time on at which the group began to show its history: nothing is opened that was said before. */
    START;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is treated as the one that shows least. */
    @JsonCreator
    public static GroupHistory ofCode(String code) {
        return code.equals(START.code()) ? START : JOINING;
    }
}
