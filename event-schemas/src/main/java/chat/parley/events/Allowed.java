package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a person allows something. */
public enum Allowed {
    EVERYONE,
    FRIENDS,
    NOBODY;

    /** The form in JSON and in tables. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that only a newer build knows is treated as the one that allows least. */
    @JsonCreator
    public static Allowed ofCode(String code) {
        for (Allowed allowed : values()) {
            if (allowed.code().equals(code)) {
                return allowed;
            }
        }
        return NOBODY;
    }

    /** What was chosen, or what holds where nothing ever was. */
    public static Allowed orEveryone(@Nullable Allowed chosen) {
        return chosen == null ? EVERYONE : chosen;
    }
}
