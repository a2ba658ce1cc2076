package chat.parley.command.conversation;

import chat.parley.events.AboutMessage;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.refusals.Refused;

/** Something that a member wants to say about a message, or to take back, resting on what was said about it so far. */
public interface Saying {

    UserId member();

    /** As the log holds it: whose it is and its number never change. */
    MessageSent message();

    /** The sequence up to which this rests on all that was said. */
    long upTo();

    /** Whether this takes something back, which can be done about a message that is gone. */
    boolean takesBack();

    /** Whether it is as it is to be already. */
    boolean changesNothing();

    /**
     * All that the member has to say from now on.
     *
     * @throws Refused where this is not to be said
     */
    AboutMessage said();
}
