package chat.parley.command.conversation;

import chat.parley.events.AnnotatesMessage;
import chat.parley.events.SentMessage;
import chat.parley.events.UserId;
import chat.parley.refusals.Refused;

/** An annotation that a member wants to make or remove, decided on the basis of earlier annotations of the message. */
public interface MessageAnnotation {

    UserId member();

    /** The message as the log holds it: its author and number never change. */
    SentMessage message();

    /** All annotations up to this sequence were considered. */
    long upTo();

    /** Whether this removes something, which is possible for a deleted message too. */
    boolean takesBack();

    /** Whether it changes what a message says: who may not write may not do this either. */
    default boolean writes() {
        return false;
    }

    /** Whether the annotation is already as requested. */
    boolean changesNothing();

    /**
     * The event that records it: all that the member says about the message from now on.
     *
     * @throws Refused if it is not allowed
     */
    AnnotatesMessage said();
}
