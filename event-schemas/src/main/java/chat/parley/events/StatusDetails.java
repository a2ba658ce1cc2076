package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is up to. All of it is absent where they say nothing.
 *
 * @param emoji one
 * @param line of text
 * @param until when emoji and line are to be shown no longer; absent if they stay
 * @param quietUntil until when the person does not want to be disturbed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusDetails(
        @Nullable String emoji,
        @Nullable String line,
        @Nullable Instant until,
        @Nullable Instant quietUntil) {}
