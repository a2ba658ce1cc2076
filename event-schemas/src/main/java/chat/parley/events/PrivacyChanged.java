package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person changed what others may; the event holds all of it.
 *
 * @param findable by what strangers find them
 * @param writes who may write to them; everyone if absent
 * @param adds who may add them to groups; everyone if absent
 * @param visibility whom they show what of them; everyone if absent
 */
public record PrivacyChanged(
        UserId account,
        Findable findable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Allowed writes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Allowed adds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Visibility visibility)
        implements AccountEvent, Personal {

    /** Where everyone may do and see everything. */
    public PrivacyChanged(UserId account, Findable findable) {
        this(account, findable, null, null, null);
    }

    /** Where everyone sees everything. */
    public PrivacyChanged(UserId account, Findable findable, @Nullable Allowed writes, @Nullable Allowed adds) {
        this(account, findable, writes, adds, null);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
