package chat.parley.command.conversation.grouppicture;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Show this picture of a group from now on: for those who change its name, and as little for whoever is muted.
 *
 * @param picture null to show none
 */
public record ChangePicture(
        ConversationId conversation, UserId asker, @Nullable UploadId picture, Instant now) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRight(asker, GroupSettings::edit);
        roster.requireNotMuted(asker, now);
        return Objects.equals(picture, roster.picture())
                ? Optional.empty()
                : Optional.of(new GroupPictureChanged(conversation, asker, picture));
    }
}
