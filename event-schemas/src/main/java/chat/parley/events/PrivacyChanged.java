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
 */
public record PrivacyChanged(
        UserId account,
        Findable findable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Allowed writes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Allowed adds)
        implements AccountEvent, Personal {

    /** Where everyone may write and add. */
    public PrivacyChanged(UserId account, Findable findable) {
        this(account, findable, null, null);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
