package chat.parley.log.read;

import chat.parley.events.UserId;
import java.util.List;

/** Finds what happened to the accounts of those a person shares a conversation with, and of friends. */
public interface PeerEvents {

    /**
     * The positions of the events that tell {@link chat.parley.events.ToPeers} of people this person shares a conversation with, in order; of each person the
     * newest of each type.
     *
     * @param after excluded
     * @param upTo included
     */
    List<Long> of(UserId member, long after, long upTo);
}
