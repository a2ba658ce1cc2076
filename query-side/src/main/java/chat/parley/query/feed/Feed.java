package chat.parley.query.feed;

import chat.parley.events.ConversationId;
import chat.parley.events.Partition;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.erasure.ErasedMembers;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.ManyStreams;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.Stays;
import chat.parley.query.paging.Limit;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a person lacks, read from the log and never from a view, so that it is complete at the moment it is asked for. */
@Component
public class Feed {

    /** More than this is quicker read anew than caught up with. */
    static final long MOST_MISSING = 5_000;

    private static final int MOST_ITEMS = 500;
    private static final int MOST_PEERS = 500;
    private static final int MOST_ERASURES = 1_000;
    private static final int MOST_CONVERSATIONS = 1_000;

    private final EventLog log;
    private final ManyStreams ends;
    private final Memberships memberships;
    private final ErasedMembers erased;
    private final Erasures erasures;

    Feed(EventLog log, ManyStreams ends, Memberships memberships, ErasedMembers erased, Erasures erasures) {
        this.log = log;
        this.ends = ends;
        this.memberships = memberships;
        this.erased = erased;
        this.erasures = erasures;
    }

    /** Who was and is in each of these conversations, whoever asks: a gateway does so to tell the members. */
    public Map<ConversationId, Stays> stays(List<ConversationId> conversations) {
        if (conversations.size() > MOST_CONVERSATIONS) {
            throw Limit.rangeInvalid("conversations", "Ask for " + MOST_CONVERSATIONS + " conversations at most.");
        }
        return memberships.of(conversations);
    }

    /** Who shares a conversation with this person now. */
    public List<UserId> peers(UserId user) {
        return memberships.peersOf(user, MOST_PEERS);
    }

    /** The same however many they are: each is to be told when this person was erased. */
    public List<UserId> everyPeer(UserId user) {
        return memberships.peersOf(user, Integer.MAX_VALUE);
    }

    /** The erasures a part of the gateway has not reported yet, oldest first, {@value #MOST_ERASURES} at most. */
    public List<Erasure> erasuresWaitingFor(String part) {
        return erasures.waitingFor(part, MOST_ERASURES);
    }

    /** @throws Refused {@code CURSOR_INVALID} for a page this did not give, {@code RANGE_INVALID} for a limit or too many positions */
    public FeedPage page(UserId user, FeedRequest request) {
        int limit = Limit.of(request.limit(), MOST_ITEMS, MOST_ITEMS);
        if (request.after().size() > Partition.COUNT) {
            throw Limit.rangeInvalid("after", "There are " + Partition.COUNT + " partitions.");
        }
        long head = log.head();
        if (request.after().isEmpty()) {
            return FeedPage.end(head, List.of());
        }
        Held held = new Held(request.after());
        if (!held.possible(head)) {
            return FeedPage.reset(head);
        }
        if (request.page() != null) {
            return reading(user, held, FeedPlace.parse(request.page())).page(limit);
        }
        FeedReading first = reading(user, held, FeedPlace.start(head));
        return first.lacksMoreThan(MOST_MISSING) ? FeedPage.reset(head) : first.page(limit);
    }

    private FeedReading reading(UserId user, Held held, FeedPlace place) {
        return new FeedReading(log, ends, memberships, new MissingErasures(log, erased), user, held, place);
    }
}
