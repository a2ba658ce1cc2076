package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends commands that change a group's members, and answers each with the position of the change. */
@Component
public final class MembershipChanges {

    /**
     * Someone has become a member, or is not a member any more.
     *
     * @param position of the event that changed it, in the log
     */
    public record MembershipChanged(ConversationId conversation, long position) {}

    private final CommandDispatch dispatch;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final EventLog log;

    MembershipChanges(CommandDispatch dispatch, Memberships memberships, StreamQueries streams, EventLog log) {
        this.dispatch = dispatch;
        this.memberships = memberships;
        this.streams = streams;
        this.log = log;
    }

    /**
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} if the user is not a member; checked first, so that nothing else
     *     is revealed
     */
    public void requireMember(ConversationId conversation, UserId user) {
        if (!memberships.of(conversation, user).present().contains(user)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }

    /** Who is in a conversation now. */
    public Set<UserId> presentIn(ConversationId conversation) {
        return memberships
                .of(List.of(conversation))
                .getOrDefault(conversation, MembershipHistory.NONE)
                .present();
    }

    /**
     * Strangers are refused before the conversation is loaded, so that the time it takes does not reveal whether it exists. Former
     * members are not: they may repeat what they once did.
     *
     * @param member the person whose membership the command changes
     * @param id the command's id: a repetition gets the first answer
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} to a stranger, otherwise as the conversation does, and {@link
     *     Reason#MEMBER_UNKNOWN} if this person never was a member
     */
    public MembershipChanged send(
            Object command, ConversationId conversation, UserId member, Caller caller, CommandId id) {
        if (memberships.of(conversation, caller.user()).all().isEmpty()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return answered(command, conversation, member, caller, id);
    }

    /** As {@link #send}, for a command about several people, or about nobody. */
    public MembershipChanged sendAbout(
            Object command, ConversationId conversation, List<UserId> members, Caller caller, CommandId id) {
        if (!members.isEmpty()) {
            return send(command, conversation, members.getFirst(), caller, id);
        }
        StreamId stream = StreamId.conversation(conversation);
        long position =
                recorded(command, stream, caller, id).map(StoredEvent::position).orElseGet(() -> newest(stream));
        return new MembershipChanged(conversation, position);
    }

    private long newest(StreamId stream) {
        StreamQueries.Place place = streams.newestOf(List.of(stream)).get(stream);
        return place == null ? 0 : place.position();
    }

    /** As {@link #send}, for someone who comes by themselves and is not a member yet. */
    public MembershipChanged join(Object command, ConversationId conversation, Caller caller, CommandId id) {
        return answered(command, conversation, caller.user(), caller, id);
    }

    private MembershipChanged answered(
            Object command, ConversationId conversation, UserId member, Caller caller, CommandId id) {
        StreamId stream = StreamId.conversation(conversation);
        return recorded(command, stream, caller, id)
                .map(StoredEvent::position)
                .map(position -> new MembershipChanged(conversation, position))
                .orElseGet(() -> new MembershipChanged(conversation, lastChangeOf(member, conversation, stream)));
    }

    /** A former member may not leave again, but a repetition of the same command is answered. */
    private Optional<StoredEvent> recorded(Object command, StreamId stream, Caller caller, CommandId id) {
        try {
            return IdempotentDispatch.send(log, stream, id, () -> dispatch.send(command, caller, id));
        } catch (Refused refused) {
            Optional<StoredEvent> before = log.findByCommand(stream, id);
            if (before.isEmpty()) {
                throw refused;
            }
            return before;
        }
    }

    /** Nothing had to change: answers with the event that last changed this person's membership. */
    private long lastChangeOf(UserId member, ConversationId conversation, StreamId stream) {
        List<MembershipPeriod> stays = memberships.of(conversation, member).all();
        if (stays.isEmpty()) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        MembershipPeriod last = stays.getLast();
        long sequence = last.left() == null ? last.joined() : last.left();
        return streams.positionsOf(Map.of(stream, sequence)).getOrDefault(stream, 0L);
    }
}
