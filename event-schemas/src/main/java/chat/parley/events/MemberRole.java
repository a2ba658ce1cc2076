package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The role of a member in a conversation; both people of a direct conversation are members. */
public enum MemberRole {
    OWNER,
    ADMIN,
    MEMBER;

    /** The form in JSON and in the guard table. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A role that only a newer build knows is treated as the one with the fewest rights. */
    @JsonCreator
    public static MemberRole ofCode(String code) {
        for (MemberRole role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return MEMBER;
    }
}
