package chat.parley.views.history;

import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message that mentions somebody.
 *
 * @param everyone whether it does so by mentioning everyone at once only; absent unless it does
 */
public record MentionedIn(
        long number,
        UserId author,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean everyone) {}
