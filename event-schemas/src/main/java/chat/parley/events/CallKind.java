package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the one who calls begins with; either side may turn a camera on or off later. */
public enum CallKind {
    AUDIO,
    VIDEO;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is treated as the one that shows least. */
    @JsonCreator
    public static CallKind ofCode(String code) {
        return code.equals(VIDEO.code()) ? VIDEO : AUDIO;
    }
}
