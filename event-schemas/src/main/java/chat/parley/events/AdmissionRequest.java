package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What someone says who asks to join a group.
 *
 * @param line null where they say nothing, and in an invitation
 */
public record AdmissionRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String line) {}
