package chat.parley.events;

import java.util.List;

/** An event that changes who may see the conversation. */
public interface ChangesMembership {

    /** The members who join with this event. */
    List<Joined> joins();

    /** The members who leave; this event is the last they may see. */
    List<UserId> leaves();
}
