package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone does not come into a group after all: they declined or took their request back, or somebody who leads the group did not let them
 * in.
 *
 * @param unheard true if the person is not told, as they were not of the invitation; absent otherwise, and in what clients are sent
 */
public record AdmissionEnded(
        ConversationId conversation,
        UserId person,
        UserId by,
        List<UserId> told,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unheard)
        implements AdmissionEvent {

    public AdmissionEnded {
        told = List.copyOf(told);
    }

    /** Of which the person is told. */
    public AdmissionEnded(ConversationId conversation, UserId person, UserId by, List<UserId> told) {
        this(conversation, person, by, told, null);
    }

    @Override
    public AdmissionEnded asSent() {
        return new AdmissionEnded(conversation, person, by, told);
    }
}
