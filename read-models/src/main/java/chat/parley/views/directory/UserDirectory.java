package chat.parley.views.directory;

import chat.parley.events.StatusDetails;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds people. */
public interface UserDirectory {

    /** What each of them is up to who ever said so, whether or not that is over. */
    Map<UserId, StatusDetails> statusesOf(Collection<UserId> users);

    /**
     * People whose username, or one of whose names, begins with each word of the query, whatever the case; ordered by username. A
     * query without a word finds nobody. Who is to be found by their username has to be named by all of it.
     *
     * @param after the {@link DirectoryPage#next} of the page before, null for the first page
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    DirectoryPage search(String query, @Nullable String after, int limit);

    Optional<DirectoryEntry> byUsername(String username);

    /** The directory's entries of the given people. */
    Known byIds(Collection<UserId> users);

    /** Of some people, those with a name and those who were erased; others are not known yet. */
    record Known(Map<UserId, DirectoryEntry> named, Set<UserId> erased) {

        public Known {
            named = Map.copyOf(named);
            erased = Set.copyOf(erased);
        }
    }
}
