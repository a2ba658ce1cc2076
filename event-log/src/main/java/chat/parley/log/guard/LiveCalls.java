package chat.parley.log.guard;

import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that ring or go on, as of now, and the devices in them. */
public interface LiveCalls {

    /**
     * @param sequence of the message that stands for the call
     * @param age since it began to ring, by the clock of the database
     * @param callerDevice the session that calls; null until it is known
     * @param calleeDevice the session that answered; null until it is known
     * @param moves how often it was moved from one device of a person to another
     * @param talked since it was answered; zero before
     */
    record LiveCall(
            ConversationId conversation,
            MessageId message,
            long number,
            long sequence,
            UserId caller,
            UserId callee,
            CallKind kind,
            boolean accepted,
            Duration age,
            @Nullable SessionId callerDevice,
            @Nullable SessionId calleeDevice,
            int moves,
            Duration talked) {

        /** The device of one of the two in the call; null until it is known. */
        public @Nullable SessionId deviceOf(UserId person) {
            return person.equals(caller) ? callerDevice : calleeDevice;
        }
    }

    Optional<LiveCall> in(ConversationId conversation);

    /** The call between two that this person has answered, or whose answer they got. */
    Optional<LiveCall> goingOnOf(UserId person);

    /** Whether someone in the conversation, other than this person, is in a call elsewhere. */
    boolean isBusyBeside(UserId person, ConversationId conversation);

    /** Whether what this person writes there waits to be accepted, or is not taken at all: then they do not ring either. */
    boolean isUnwelcome(UserId caller, ConversationId conversation);

    /** Whether one of the two in a conversation blocks the other, or may not simply write to them. */
    boolean isAnythingBetween(ConversationId conversation);

    /**
     * A device says that it is in the call.
     *
     * @return the call as it is with it; empty if the call is not that any more, or another device of this person is in it
     */
    Optional<LiveCall> seen(ConversationId conversation, MessageId call, UserId person, SessionId device);

    /**
     * Takes this person's place in a call that was answered, for another of their devices. Of two that ask together one gets it.
     *
     * @param moves as often it was moved when this device asked how it stands
     * @return the call as it is with it; empty if it is not that call any more, or was moved meanwhile
     */
    Optional<LiveCall> move(ConversationId conversation, MessageId call, UserId person, SessionId device, int moves);

    /** What rings longer than this, or whose caller was not heard of for that long; and what goes on without one of its devices. */
    List<LiveCall> lapsed(Duration ringing, Duration callerSilent, Duration deviceSilent);
}
