package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group may say nothing in it for a while, or may again.
 *
 * @param until when they may again by themselves; absent if they may from now on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MuteChanged(
        ConversationId conversation,
        UserId member,
        @Nullable Instant until,
        UserId changedBy) implements AltersGroup {

    @Override
    public UserId actor() {
        return changedBy;
    }
}
