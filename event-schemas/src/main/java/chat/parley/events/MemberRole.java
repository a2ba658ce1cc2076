package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member of a conversation may do there; the two people of a direct conversation are members. */
public enum MemberRole {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("member")
    MEMBER;

    /** As in JSON and in the guard table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MemberRole ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
