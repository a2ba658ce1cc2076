package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who reports a message request.
 *
 * @param reason 1 to 200 code points; absent where they say nothing
 */
public record RequestReport(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}
