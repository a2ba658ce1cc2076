package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Someone becomes a member of a conversation.
 *
 * @param visibleFrom the first sequence of the history they may read; null for that of the event itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Joined(
        UserId member, MemberRole role, @Nullable Long visibleFrom) {}
