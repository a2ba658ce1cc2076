package chat.parley.query.people;

import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person, as others see them.
 *
 * @param username null while the directory lacks a new account, and for good once the account was erased
 * @param erased whether it was; absent if not
 * @param lastSeen null while online or not known
 * @param status what they are up to, over or not; absent where they say nothing, and to those whom their presence does not concern
 * @param avatar which picture they have; absent where they have none
 * @param asOf the position of the event that told the names: an event behind it tells newer ones; absent without names
 */
public record Person(
        UserId user,
        @Nullable String username,
        @Nullable String displayName,
        boolean online,
        @Nullable Instant lastSeen,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long asOf,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StatusDetails status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UploadId avatar) {

    /** For those whom their presence does not concern. */
    public Person withoutPresence() {
        return new Person(user, username, displayName, false, null, asOf, erased, null, avatar);
    }
}
