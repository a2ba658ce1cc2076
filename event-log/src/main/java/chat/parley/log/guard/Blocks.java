package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who blocks whom, as of now. */
public interface Blocks {

    /** The people someone blocks, in the order of their ids. */
    List<UserId> of(UserId blocker);

    /** Which of the two people of a direct conversation block the other. */
    Set<UserId> blockersIn(ConversationId direct);

    /** For each of these people, everyone whom they block or who blocks them; nobody is left out. */
    Map<UserId, Set<UserId>> apart(Collection<UserId> people);

    /** As {@link #apart}, for one person. */
    default Set<UserId> apartFrom(UserId person) {
        return apart(List.of(person)).getOrDefault(person, Set.of());
    }
}
