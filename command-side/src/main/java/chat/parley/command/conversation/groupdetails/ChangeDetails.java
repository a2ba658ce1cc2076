package chat.parley.command.conversation.groupdetails;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Optional;

/** Call a group otherwise, or say otherwise what it is for: whoever is muted says nothing in this way either. */
public record ChangeDetails(ConversationId conversation, UserId asker, GroupDetails details, Instant now)
        implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRight(asker, GroupSettings::edit);
        roster.requireNotMuted(asker, now);
        return Optional.of(new GroupDetailsChanged(conversation, asker, details));
    }
}
