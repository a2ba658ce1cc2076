package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Someone is a member of a conversation from an event on.
 *
 * @param visibleFrom the first sequence of the conversation's history they may read; null for that of the event itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Joined(
        UserId member, MemberRole role, @Nullable Long visibleFrom) {}
