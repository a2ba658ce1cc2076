package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By what strangers find a person. Who shares a conversation with them knows them anyway. */
public enum Findable {
    /** By the beginning of the username or of a word of the name. */
    BY_NAME,
    /** By the whole username only. */
    BY_USERNAME,
    /** By nothing: as if there were no such person. */
    BY_NOTHING;

    /** The form in JSON and in tables. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is treated as the one that shows least. */
    @JsonCreator
    public static Findable ofCode(String code) {
        for (Findable findable : values()) {
            if (findable.code().equals(code)) {
                return findable;
            }
        }
        return BY_NOTHING;
    }
}
