package chat.parley.command.conversation;

import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Refused;
import java.util.Optional;

/** A change of a group that a member asks for, decided by who is in it and what each may do. */
public interface GroupChange {

    ConversationId conversation();

    UserId asker();

    /** Whether it is refused once the group is closed. */
    default boolean needsOpenGroup() {
        return true;
    }

    /**
     * The event that records it; empty if the group already is as asked for.
     *
     * @throws Refused if it is not allowed
     */
    Optional<ConversationEvent> decided(Roster roster);
}
