package chat.parley.query.replay;

import chat.parley.events.EventName;
import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import chat.parley.query.paging.Limit;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a replay.
 *
 * @param after the position before the first one
 * @param until the last position
 * @param limit the largest number of events
 * @param types names of event types, without a revision; empty for every type
 * @param stream null for every stream
 */
record ReplayRequest(
        long after,
        long until,
        long limit,
        Set<String> types,
        @Nullable StreamId stream) {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern STREAM = Pattern.compile("((%s|%s)/%s|%s/%s/%s)"
            .formatted(StreamId.ACCOUNT, StreamId.CONVERSATION, UUID, StreamId.READ_CURSOR, UUID, UUID));

    /**
     * @param head the log's head
     * @throws Refused naming the invalid parameter
     */
    static ReplayRequest of(
            long after,
            @Nullable Long until,
            @Nullable Long limit,
            @Nullable List<String> types,
            @Nullable String stream,
            long head) {
        if (after < 0 || after > head) {
            throw Limit.rangeInvalid("after", "A position is 0 to " + head + ", which is the newest.");
        }
        if (until != null && (until < after || until > head)) {
            throw Limit.rangeInvalid("until", "A replay ends between where it begins and " + head + ", the newest.");
        }
        if (limit != null && limit < 1) {
            throw Limit.rangeInvalid("limit", "A limit is 1 or more.");
        }
        return new ReplayRequest(
                after,
                until == null ? head : until,
                limit == null ? Long.MAX_VALUE : limit,
                types == null ? Set.of() : types(types),
                stream == null ? null : stream(stream));
    }

    private static Set<String> types(List<String> names) {
        if (names.isEmpty()) {
            throw malformed("type", "Name a type or leave this out.");
        }
        return names.stream().map(ReplayRequest::type).collect(Collectors.toSet());
    }

    private static String type(String name) {
        Optional<EventName> published = EventName.ofPublished(name);
        boolean known = published
                .map(EventType::shapeOf)
                .map(Optional::isPresent)
                .orElseGet(() -> EventType.ofName(name).isPresent());
        if (!known) {
            throw malformed("type", "There is no event of one of these types.");
        }
        return published.map(EventName::type).orElse(name);
    }

    private static StreamId stream(String name) {
        if (!STREAM.matcher(name).matches()) {
            throw malformed("stream", "A stream is account/<id>, conversation/<id> or read-cursor/<id>/<id>.");
        }
        return new StreamId(name);
    }

    private static Refused malformed(String parameter, String sentence) {
        return Refused.forFields(List.of(new FieldProblem(parameter, Reason.MALFORMED, sentence)));
    }
}
