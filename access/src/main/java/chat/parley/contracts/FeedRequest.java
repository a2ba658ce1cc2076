package chat.parley.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions up to which someone has received events, and how many more to send.
 *
 * @param after one position for each equal share of the partitions: everything of that share up to there was received.
 *     Partition <em>k</em> of 64 belongs to share <em>k × n ÷ 64</em> of <em>n</em>. Empty on a first visit
 * @param page the {@link FeedPage#page} of the page before, null for the first
 * @param limit about how many items to send; the receipts of one conversation are not split
 */
public record FeedRequest(List<Long> after, @Nullable String page, int limit) {

    public FeedRequest {
        after = List.copyOf(after);
    }
}
