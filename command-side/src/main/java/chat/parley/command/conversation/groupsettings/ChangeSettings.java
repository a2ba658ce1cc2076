package chat.parley.command.conversation.groupsettings;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import java.util.Optional;

/** Let the members of a group do more or less. Owners decide it, whatever the settings are. */
public record ChangeSettings(ConversationId conversation, UserId asker, GroupSettings settings) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.OWNER);
        return roster.settings().equals(settings)
                ? Optional.empty()
                : Optional.of(new GroupSettingsChanged(conversation, settings, asker));
    }
}
