package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.FirstAttempt;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.ManyStreams;
import chat.parley.membership.Stay;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the commands by which people come to groups and go, and answers each with the position from which on it is so. */
@Component
public final class MembershipChanges {

    /**
     * Someone is a member, or is none any more.
     *
     * @param position in the log, of the event that made it so
     */
    public record MembershipChanged(ConversationId conversation, long position) {}

    private final CommandDispatch dispatch;
    private final Memberships memberships;
    private final ManyStreams streams;
    private final EventLog log;

    MembershipChanges(CommandDispatch dispatch, Memberships memberships, ManyStreams streams, EventLog log) {
        this.dispatch = dispatch;
        this.memberships = memberships;
        this.streams = streams;
        this.log = log;
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN} to who is not in it, before anything else is said */
    public void requireMember(ConversationId conversation, UserId user) {
        if (!memberships.of(conversation, user).present().contains(user)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }

    /**
     * @param member whom the command is about
     * @param id of the command: who repeats it is answered as the first time
     * @throws Refused as the conversation does, and {@link Reason#MEMBER_UNKNOWN} where this person never was in it
     */
    public MembershipChanged send(
            Object command, ConversationId conversation, UserId member, Caller caller, CommandId id) {
        StreamId stream = StreamId.conversation(conversation);
        return recorded(command, stream, caller, id)
                .map(StoredEvent::position)
                .map(position -> new MembershipChanged(conversation, position))
                .orElseGet(() -> new MembershipChanged(conversation, lastChangeOf(member, conversation, stream)));
    }

    /** Who has left may not leave again, but asking once more whether one has is answered. */
    private Optional<StoredEvent> recorded(Object command, StreamId stream, Caller caller, CommandId id) {
        try {
            return FirstAttempt.of(log, stream, id, () -> dispatch.send(command, caller, id));
        } catch (Refused refused) {
            Optional<StoredEvent> before = log.findByCommand(stream, id);
            if (before.isEmpty()) {
                throw refused;
            }
            return before;
        }
    }

    /** It was so already: since the newest event by which this person came or went. */
    private long lastChangeOf(UserId member, ConversationId conversation, StreamId stream) {
        List<Stay> stays = memberships.of(conversation, member).all();
        if (stays.isEmpty()) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        Stay last = stays.getLast();
        long sequence = last.left() == null ? last.joined() : last.left();
        return streams.positionsOf(Map.of(stream, sequence)).getOrDefault(stream, 0L);
    }
}
