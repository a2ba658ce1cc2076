package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something is reported.
 *
 * @param line null where nothing is said
 */
public record ReportReason(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String line) {}
