package chat.parley.query.feed;

import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.contracts.PendingErasure;
import chat.parley.events.ConversationId;
import chat.parley.events.Partition;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.PersonalStreams;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.PeerEvents;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.privacy.HiddenDetails;
import chat.parley.query.paging.Limit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns the events that a person has missed, from the log and never from a view, so that the answer is complete when it is
 * requested. Called by gateways in this process, and by others over HTTP with service tokens.
 */
@RestController
public class Feed implements ConversationFeed {

    /** If more is missing, reading everything anew is faster. */
    static final long MOST_MISSING = 5_000;

    private static final int MOST_ITEMS = 500;
    private static final int MOST_PEERS = 500;
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_ERASURES = 1_000;
    private static final int MOST_CONVERSATIONS = 1_000;

    private final EventLog log;
    private final StreamQueries streams;
    private final Memberships memberships;
    private final PersonalStreams personal;
    private final RecentEventIndex recent;
    private final PeerEvents peerEvents;
    private final Erasures erasures;
    private final Sights sights;
    private final Turns turns = new Turns();

    Feed(
            EventLog log,
            StreamQueries streams,
            Memberships memberships,
            PersonalStreams personal,
            RecentEventIndex recent,
            PeerEvents peerEvents,
            Erasures erasures,
            Sights sights) {
        this.sights = sights;
        this.log = log;
        this.streams = streams;
        this.memberships = memberships;
        this.personal = personal;
        this.recent = recent;
        this.peerEvents = peerEvents;
        this.erasures = erasures;
    }

    @Override
    public Map<ConversationId, MembershipHistory> stays(ServiceCaller nobody, List<ConversationId> conversations) {
        if (conversations.size() > MOST_CONVERSATIONS) {
            throw Limit.rangeInvalid("conversations", "Ask for " + MOST_CONVERSATIONS + " conversations at most.");
        }
        return memberships.of(conversations);
    }

    @Override
    public List<UserId> peers(ServiceCaller caller) {
        return turns.ask(() -> memberships.peersOf(caller.caller().user(), MOST_PEERS));
    }

    @Override
    public List<UserId> everyPeer(ServiceCaller caller) {
        return turns.ask(() -> memberships.peersOf(caller.caller().user(), Integer.MAX_VALUE));
    }

    @Override
    public HiddenDetails hidden(ServiceCaller nobody, Map<UserId, Set<UserId>> looks) {
        if (looks.size() > MOST_PEOPLE) {
            throw Limit.rangeInvalid("looks", "Ask for " + MOST_PEOPLE + " people at most.");
        }
        return sights.hidden(looks);
    }

    @Override
    public Set<UserId> keepReceipts(ServiceCaller nobody, List<UserId> people) {
        return sights.keepReceipts(people);
    }

    @Override
    public List<PendingErasure> erasuresWaitingFor(ServiceCaller caller, String part) {
        return erasures.waitingFor(part, MOST_ERASURES).stream()
                .map(erasure -> new PendingErasure(erasure.account(), erasure.position()))
                .toList();
    }

    @Override
    public FeedPage page(ServiceCaller caller, FeedRequest request) {
        UserId user = caller.caller().user();
        int limit = Limit.of(request.limit(), MOST_ITEMS, MOST_ITEMS);
        if (request.after().size() > Partition.COUNT) {
            throw Limit.rangeInvalid("after", "There are " + Partition.COUNT + " partitions.");
        }
        return turns.ask(() -> page(user, request, limit));
    }

    private FeedPage page(UserId user, FeedRequest request, int limit) {
        long head = log.head();
        if (request.after().isEmpty()) {
            return FeedPage.end(head, List.of());
        }
        recent.learnUpTo(head);
        ResumePosition resumeFrom = new ResumePosition(request.after());
        if (!resumeFrom.possible(head)) {
            return FeedPage.reset(head);
        }
        if (request.page() != null) {
            return reading(user, resumeFrom, FeedCursor.parse(request.page(), head))
                    .page(limit);
        }
        FeedPageBuilder first = reading(user, resumeFrom, FeedCursor.start(head));
        return first.lacksMoreThan(MOST_MISSING) ? FeedPage.reset(head) : first.page(limit);
    }

    private FeedPageBuilder reading(UserId user, ResumePosition resumeFrom, FeedCursor place) {
        return new FeedPageBuilder(
                log,
                streams,
                memberships,
                personal,
                recent,
                sights,
                new MissingPeerEvents(log, peerEvents, sights),
                user,
                resumeFrom,
                place);
    }
}
