package chat.parley.log.guard;

import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The calls that go on in groups, as of now, and who is in them. Who is not a member any more, or muted, is not in the call either. */
public interface GroupCalls {

    /**
     * @param sequence of the message that stands for the call
     * @param people who is in it
     */
    record GroupCall(
            ConversationId conversation,
            MessageId message,
            long number,
            long sequence,
            UserId starter,
            CallKind kind,
            List<Place> people) {

        public GroupCall {
            people = List.copyOf(people);
        }
    }

    /** @param device the session in the call */
    record Place(UserId person, SessionId device) {}

    Optional<GroupCall> in(ConversationId conversation);

    /** Whether somebody is in a call elsewhere. */
    boolean isBusyBeside(UserId person, ConversationId conversation);

    /**
     * Takes a place, or moves the one that this person has to this device.
     *
     * @param most so many people a call takes
     * @throws Refused {@link Reason#CALL_OVER}, {@link Reason#CONVERSATION_UNKNOWN} to who is no member, {@link Reason#MUTED}, {@link
     *     Reason#IN_A_CALL}, {@link Reason#CALL_FULL}
     */
    void join(ConversationId conversation, MessageId call, UserId person, SessionId device, int most);

    /** A device says that it is still in the call; false if it is not. */
    boolean seen(ConversationId conversation, MessageId call, UserId person, SessionId device);

    /** Gives the place in this call up, if this device has it. */
    void leave(ConversationId conversation, MessageId call, UserId person, SessionId device);

    /** Takes the places of devices that were not heard of for that long, and tells which calls are empty for so long. */
    List<GroupCall> lapsed(Duration silent, Duration empty);
}
