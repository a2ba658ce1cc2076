package chat.parley.events;

import java.util.List;

/**
 * Someone does not come into a group after all: they declined or took their request back, or somebody who leads the group did not let them
 * in.
 */
public record AdmissionEnded(ConversationId conversation, UserId person, UserId by, List<UserId> told)
        implements AdmissionEvent {

    public AdmissionEnded {
        told = List.copyOf(told);
    }
}
