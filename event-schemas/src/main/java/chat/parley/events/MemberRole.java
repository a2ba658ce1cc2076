package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member of a conversation may do there; the two people of a direct conversation are members. */
public enum MemberRole {
    OWNER,
    ADMIN,
    MEMBER;

    /** As in JSON and in the guard table. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A role of a build to come is taken for the one that may do least. */
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
