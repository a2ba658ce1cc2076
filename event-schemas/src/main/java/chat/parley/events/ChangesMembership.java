package chat.parley.events;

import java.util.List;

/** An event of a conversation that opens or closes intervals of what its members may see. */
public interface ChangesMembership {

    /** The intervals that begin with this event. */
    List<Joined> joins();

    /** The members for whom this event is the last they may see. */
    List<UserId> leaves();
}
