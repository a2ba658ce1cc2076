package chat.parley.command.conversation.mute;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.MemberRole;
import chat.parley.events.MuteChanged;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Let a member say nothing until a time, or let them speak again. Owners are not muted, and nobody is by themselves.
 *
 * @param until null to let them speak
 */
public record ChangeMute(
        ConversationId conversation,
        UserId asker,
        UserId member,
        @Nullable Instant until) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.ADMIN);
        MemberRole role = roster.roleOf(member);
        if (role == null) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        if (member.equals(asker) || role == MemberRole.OWNER) {
            throw new Refused(Reason.NOT_PERMITTED);
        }
        roster.requireAbove(asker, member);
        return Objects.equals(roster.mutedUntil(member), until)
                ? Optional.empty()
                : Optional.of(new MuteChanged(conversation, member, until, asker));
    }
}
