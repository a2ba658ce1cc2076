package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.ManyStreams;
import chat.parley.membership.Stay;
import chat.parley.membership.Stays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which conversations a person is in, in the order of their list: from the guard table and the log, which never lag, so that a view is
 * only asked for what a page shows. Conversations one has left are not listed.
 */
@Component
class ConversationList {

    private final Memberships memberships;
    private final ManyStreams streams;

    ConversationList(Memberships memberships, ManyStreams streams) {
        this.memberships = memberships;
        this.streams = streams;
    }

    /** Those that follow in the list behind a position, so many at most. */
    List<ConversationOrder> of(UserId user, long before, int limit) {
        Map<ConversationId, Stays> stays = memberships.ofMember(user);
        List<StreamId> asked =
                stays.keySet().stream().map(StreamId::conversation).toList();
        Map<StreamId, ManyStreams.NumberedPlace> said = streams.lastNumberedOf(asked);
        Map<StreamId, Long> quiet = new HashMap<>();
        stays.forEach((conversation, known) -> {
            StreamId stream = StreamId.conversation(conversation);
            ManyStreams.NumberedPlace place = said.get(stream);
            long joined = joined(known);
            if (place == null || place.place().sequence() < joined) {
                quiet.put(stream, joined);
            }
        });
        Map<StreamId, Long> joinedAt = streams.positionsOf(quiet);
        return stays.keySet().stream()
                .flatMap(conversation -> place(conversation, said, joinedAt))
                .filter(order -> order.position() < before)
                .sorted()
                .limit(limit)
                .toList();
    }

    private static Stream<ConversationOrder> place(
            ConversationId conversation, Map<StreamId, ManyStreams.NumberedPlace> said, Map<StreamId, Long> joinedAt) {
        StreamId stream = StreamId.conversation(conversation);
        Long joined = joinedAt.get(stream);
        return Optional.ofNullable(joined)
                .or(() -> Optional.ofNullable(said.get(stream))
                        .map(place -> place.place().position()))
                .map(position -> new ConversationOrder(conversation, position))
                .stream();
    }

    /** The stay that goes on. */
    private static long joined(Stays stays) {
        return stays.all().stream()
                .filter(Stay::isPresent)
                .mapToLong(Stay::joined)
                .max()
                .orElse(0);
    }
}
