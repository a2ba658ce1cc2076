package chat.parley.log.erasure;

import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tracks for each erasure which parts of the system have to erase something, and which have done so. */
public interface Erasures {

    /**
     * Begins an erasure, in the caller's transaction, which appends {@link chat.parley.events.AccountErased} last.
     *
     * @param parts everything that has to report
     */
    void begin(UserId account, ErasureId id, Set<String> parts);

    /**
     * Records that a part holds nothing of the person any more and will not receive anything of them again. Repeating it
     * changes nothing, and an unknown part is ignored.
     *
     * @param part such as {@code history.2}
     */
    void forgotten(UserId account, String part);

    Optional<Erasure> find(ErasureId erasure);

    Optional<Erasure> of(UserId account);

    /** The people whose erasure began at this time or later. */
    List<UserId> accountsErasedSince(Instant requested);

    /** The erasures that a part has not reported yet, oldest first. */
    List<Erasure> waitingFor(String part, int limit);
}
