package chat.parley.log.erasure;

import chat.parley.events.UserId;
import java.util.List;

/** Finds erased people among those a person shares a conversation with. */
public interface ErasedPeers {

    /**
     * The positions of the {@link chat.parley.events.AccountErased} of people this person shares a conversation with, in
     * order.
     *
     * @param after excluded
     * @param upTo included
     */
    List<Long> peersOf(UserId member, long after, long upTo);
}
