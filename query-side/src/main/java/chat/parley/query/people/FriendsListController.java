package chat.parley.query.people;

import chat.parley.access.Caller;
import chat.parley.events.FriendRequest;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.FriendState;
import chat.parley.log.guard.Friendships;
import chat.parley.log.guard.Friendships.Friend;
import chat.parley.log.read.StreamQueries;
import chat.parley.query.freshness.Freshness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class FriendsListController {

    private static final int MOST = 1_000;

    /**
     * @param incoming who asks oneself, newest first
     * @param outgoing whom one asks, newest first
     */
    record FriendList(List<Person> friends, List<FriendRequestItem> incoming, List<FriendRequestItem> outgoing) {}

    /** @param line what was said with it, null where nothing was */
    record FriendRequestItem(Person person, @Nullable String line, Instant at) {

        static FriendRequestItem of(Person person, StoredEvent event) {
            FriendRequest said = event.event() instanceof FriendshipRequested asked ? asked.content() : null;
            return new FriendRequestItem(
                    person.withoutPresence(),
                    said == null ? null : said.line(),
                    event.envelope().recorded());
        }
    }

    private final Friendships friendships;
    private final StreamQueries streams;
    private final People people;
    private final Freshness freshness;

    FriendsListController(Friendships friendships, StreamQueries streams, People people, Freshness freshness) {
        this.friendships = friendships;
        this.streams = streams;
        this.people = people;
        this.freshness = freshness;
    }

    @GetMapping("/api/me/friends")
    @Operation(
            operationId = "listFriends",
            summary = "One's friends, and who asks whom",
            description = "At most 1,000 of each.")
    FriendList list(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        List<Friend> found = friendships.of(caller.user(), MOST);
        Map<UserId, Person> known =
                people.of(caller.user(), found.stream().map(Friend::other).toList());
        Map<StreamId, StoredEvent> requests = streams.at(found.stream()
                .filter(friend -> friend.state() != FriendState.FRIENDS)
                .collect(Collectors.toMap(friend -> StreamId.friendship(friend.conversation()), Friend::sequence)));
        return new FriendList(
                with(FriendState.FRIENDS, found)
                        .map(friend -> Objects.requireNonNull(known.get(friend.other())))
                        .toList(),
                requests(FriendState.INCOMING, found, known, requests),
                requests(FriendState.OUTGOING, found, known, requests));
    }

    private static List<FriendRequestItem> requests(
            FriendState state, List<Friend> found, Map<UserId, Person> known, Map<StreamId, StoredEvent> requests) {
        return with(state, found)
                .flatMap(friend -> {
                    StoredEvent event = requests.get(StreamId.friendship(friend.conversation()));
                    return event == null
                            ? Stream.empty()
                            : Stream.of(FriendRequestItem.of(Objects.requireNonNull(known.get(friend.other())), event));
                })
                .sorted(Comparator.comparing(FriendRequestItem::at).reversed())
                .toList();
    }

    private static Stream<Friend> with(FriendState state, List<Friend> found) {
        return found.stream().filter(friend -> friend.state() == state);
    }
}
