package chat.parley.privacy;

import chat.parley.events.UserId;
import java.util.Map;
import java.util.Set;

/**
 * What some people do not see of others.
 *
 * @param details by who looks, and by whom they look at; nobody is in it from whom nothing is hidden
 */
public record HiddenDetails(Map<UserId, Map<UserId, Set<Detail>>> details) {

    public static final HiddenDetails NONE = new HiddenDetails(Map.of());

    public boolean hides(Detail detail, UserId viewer, UserId subject) {
        return of(viewer, subject).contains(detail);
    }

    public Set<Detail> of(UserId viewer, UserId subject) {
        return details.getOrDefault(viewer, Map.of()).getOrDefault(subject, Set.of());
    }
}
