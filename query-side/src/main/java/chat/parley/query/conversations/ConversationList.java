package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lists a person's conversations in order, from the guard table and the log, which never lag; the view is only asked for
 * what a page shows. Conversations the person has left are not listed.
 */
@Component
class ConversationList {

    private final Memberships memberships;
    private final StreamQueries streams;
    private final Arrangements arrangements;

    ConversationList(Memberships memberships, StreamQueries streams, Arrangements arrangements) {
        this.arrangements = arrangements;
        this.memberships = memberships;
        this.streams = streams;
    }

    /** The conversations after a position in the list, up to a limit. */
    List<ConversationOrder> of(UserId user, ConversationOrder.End before, int limit) {
        Map<ConversationId, MembershipHistory> stays = memberships.ofMember(user);
        List<StreamId> asked =
                stays.keySet().stream().map(StreamId::conversation).toList();
        Map<StreamId, StreamQueries.NumberedPlace> said = streams.lastNumberedOf(asked);
        Map<StreamId, Long> quiet = new HashMap<>();
        stays.forEach((conversation, known) -> {
            StreamId stream = StreamId.conversation(conversation);
            StreamQueries.NumberedPlace place = said.get(stream);
            long joined = known.memberSince(user);
            if (place == null || place.place().sequence() < joined) {
                quiet.put(stream, joined);
            }
        });
        Map<StreamId, Long> joinedAt = streams.positionsOf(quiet);
        Set<ConversationId> pinned = arrangements.pinnedBy(user);
        return stays.keySet().stream()
                .flatMap(conversation -> place(conversation, said, joinedAt)
                        .map(position -> new ConversationOrder(conversation, pinned.contains(conversation), position)))
                .filter(order -> order.comesAfter(before))
                .sorted()
                .limit(limit)
                .toList();
    }

    private static Stream<Long> place(
            ConversationId conversation,
            Map<StreamId, StreamQueries.NumberedPlace> said,
            Map<StreamId, Long> joinedAt) {
        StreamId stream = StreamId.conversation(conversation);
        Long joined = joinedAt.get(stream);
        return Optional.ofNullable(joined)
                .or(() -> Optional.ofNullable(said.get(stream))
                        .map(place -> place.place().position()))
                .stream();
    }
}
