package chat.parley.gateway.service;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.UserId;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks who sees what of whom, for as many people as there are. */
public final class Lookers {

    private static final int TOGETHER = 1_000;

    private Lookers() {}

    /** From whom of some people a detail of somebody is hidden. */
    public static Set<UserId> withoutSightOf(
            ConversationFeed feed, Detail detail, UserId somebody, Collection<UserId> people) {
        Map<UserId, Set<UserId>> looks = new HashMap<>();
        people.forEach(person -> looks.put(person, Set.of(somebody)));
        HiddenDetails hidden = hidden(feed, looks);
        Set<UserId> without = new HashSet<>(people);
        without.removeIf(person -> !hidden.hides(detail, person, somebody));
        return without;
    }

    /** What is hidden from each of some people of those whom they look at. */
    public static HiddenDetails hidden(ConversationFeed feed, Map<UserId, Set<UserId>> looks) {
        List<UserId> people = new ArrayList<>(looks.keySet());
        Map<UserId, Map<UserId, Set<Detail>>> found = new HashMap<>();
        for (int from = 0; from < people.size(); from += TOGETHER) {
            Map<UserId, Set<UserId>> some = new HashMap<>(looks);
            some.keySet().retainAll(people.subList(from, Math.min(people.size(), from + TOGETHER)));
            found.putAll(feed.hidden(ServiceCallers.nobody(), some).details());
        }
        return new HiddenDetails(found);
    }
}
