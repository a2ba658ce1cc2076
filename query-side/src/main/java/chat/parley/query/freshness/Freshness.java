package chat.parley.query.freshness;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.ConversationId;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.LogSlices;
import chat.parley.log.read.StreamQueries;
import chat.parley.log.signal.LogSignal;
import chat.parley.membership.ReceiptLimits;
import chat.parley.query.paging.Limit;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.Checkpoints;
import chat.parley.views.directory.DirectoryCheckpoints;
import chat.parley.views.history.HistoryCheckpoints;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Delays a query until its view holds what the caller knows already: the log up to the position in {@value #HEADER}; 0 asks
 * for nothing. After two seconds it is refused with {@link Reason#VIEW_BEHIND}.
 *
 * <p>A view's checkpoint moves only with events of its own queue, so a position alone says little. The query waits for the
 * newest event, up to that position, of the requested conversations; for the directory, for every event of accounts. It does
 * not wait for erasures: content is erased with its key.
 */
@Component
public class Freshness {

    public static final String HEADER = "Parley-After";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final EventLog log;
    private final StreamQueries streams;
    private final LogSlices slices;
    private final LogSignal wake;
    private final Memberships memberships;
    private final Checkpoints history;
    private final Checkpoints directory;

    Freshness(
            EventLog log,
            StreamQueries streams,
            LogSlices slices,
            LogSignal wake,
            Memberships memberships,
            HistoryCheckpoints history,
            DirectoryCheckpoints directory) {
        this.log = log;
        this.streams = streams;
        this.slices = slices;
        this.wake = wake;
        this.memberships = memberships;
        this.history = history;
        this.directory = directory;
    }

    /** For an answer that is read from the log. */
    public void ofLog(long after) {
        awaitLog(after, deadline());
    }

    /** For an answer about these conversations from the history view. */
    public void ofHistory(long after, UserId caller, Collection<ConversationId> conversations) {
        if (asked(after)) {
            long deadline = deadline();
            awaitLog(after, deadline);
            needed(after, caller, conversations)
                    .forEach((queue, position) -> await(() -> history.reached(queue) >= position, deadline));
        }
    }

    /** For an answer from the directory, whose one queue brings every event of accounts. */
    public void ofDirectory(long after) {
        if (asked(after)) {
            long deadline = deadline();
            awaitLog(after, deadline);
            await(() -> directoryHolds(after), deadline);
        }
    }

    private boolean directoryHolds(long after) {
        return slices.readAccountsAfter(directory.reached(0), 1).stream().noneMatch(next -> next.position() <= after);
    }

    private Map<Integer, Long> needed(long after, UserId caller, Collection<ConversationId> conversations) {
        Map<Integer, Long> needed = new HashMap<>();
        streams.newestOf(streamsOf(caller, conversations)).forEach((stream, newest) -> {
            int queue = ConsumerGroup.HISTORY.queueOf(Partition.of(stream));
            // An event after the given position need not be stored, but it moves the checkpoint past it.
            needed.merge(queue, Math.min(newest.position(), after), Math::max);
        });
        return needed;
    }

    /**
     * The streams of the conversations, and of the cursors whose receipts are shown: all members', or in large conversations
     * one's own.
     */
    private List<StreamId> streamsOf(UserId caller, Collection<ConversationId> conversations) {
        Map<ConversationId, Set<UserId>> few = memberships.presentIn(conversations, ReceiptLimits.MEMBERS);
        return conversations.stream()
                .flatMap(conversation -> Stream.concat(
                        Stream.of(StreamId.conversation(conversation)),
                        few.getOrDefault(conversation, Set.of(caller)).stream()
                                .map(member -> StreamId.readCursor(conversation, member))))
                .toList();
    }

    private static boolean asked(long after) {
        if (after < 0) {
            throw Limit.rangeInvalid(HEADER, "A position is not negative.");
        }
        return after > 0;
    }

    private void awaitLog(long after, long deadline) {
        if (!asked(after) || log.head() >= after) {
            return;
        }
        try {
            if (wake.awaitBeyond(after - 1, Duration.ofNanos(left(deadline))) < after) {
                throw behind();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void await(BooleanSupplier fresh, long deadline) {
        Duration pause = FIRST_PAUSE;
        while (!fresh.getAsBoolean()) {
            if (left(deadline) == 0) {
                throw behind();
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw interrupted();
            }
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** Also used if a view lacks something that is recorded. */
    public static Refused behind() {
        return new Refused(Reason.VIEW_BEHIND, Reason.VIEW_BEHIND.sentence(), RETRY_AFTER);
    }

    private static Refused interrupted() {
        Thread.currentThread().interrupt();
        return new Refused(Reason.UNAVAILABLE);
    }
}
