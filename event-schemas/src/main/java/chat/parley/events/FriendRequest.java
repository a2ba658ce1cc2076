package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What someone says who asks another to be their friend.
 *
 * @param line null where they say nothing
 */
public record FriendRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String line) {}
