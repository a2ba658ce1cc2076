package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Of what in a conversation its member wants to be told. */
public enum NewsWanted {
    ALL,
    /** Of messages that mention them. */
    MENTIONS,
    NONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A choice that only a newer build knows is treated as all. */
    @JsonCreator
    static NewsWanted ofCode(String code) {
        for (NewsWanted wanted : values()) {
            if (wanted.code().equals(code)) {
                return wanted;
            }
        }
        return ALL;
    }
}
