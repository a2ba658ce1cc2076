package chat.parley.log.erasure;

import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps, for every person erased, who has something to forget and who has done so. */
public interface Erasures {

    /**
     * Begins one, in the caller's transaction, which appends {@link chat.parley.events.AccountErased} last.
     *
     * @param parts everyone who will report
     */
    void begin(UserId account, ErasureId id, Set<String> parts);

    /**
     * This part holds nothing of the person any more and will not get any of it again. Repeating it changes nothing; a part
     * nobody waits for is not noted.
     *
     * @param part such as {@code history.2}
     */
    void forgotten(UserId account, String part);

    Optional<Erasure> find(ErasureId erasure);

    Optional<Erasure> of(UserId account);

    /** Everyone whose erasure began at this time or later. */
    List<UserId> accountsErasedSince(Instant requested);

    /** Those for which a part has not reported, oldest first. */
    List<Erasure> waitingFor(String part, int limit);
}
