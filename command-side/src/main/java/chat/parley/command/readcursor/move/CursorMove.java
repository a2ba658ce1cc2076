package chat.parley.command.readcursor.move;

import chat.parley.contracts.CursorMoves;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requested watermarks of one conversation; 0 if absent. */
record CursorMove(ConversationId conversation, long received, long read) {

    CursorMove {
        if (received < 0 || read < 0) {
            throw new Refused(Reason.MALFORMED);
        }
    }

    static List<CursorMove> each(CursorMoves asked) {
        Map<ConversationId, Long> received = sensible(asked.received());
        Map<ConversationId, Long> read = sensible(asked.read());
        Set<ConversationId> all = new HashSet<>(received.keySet());
        all.addAll(read.keySet());
        if (all.isEmpty() || all.size() > CursorMoves.MOST) {
            throw new Refused(Reason.MALFORMED);
        }
        return all.stream()
                .map(each -> new CursorMove(each, received.getOrDefault(each, 0L), read.getOrDefault(each, 0L)))
                .toList();
    }

    long highest() {
        return Math.max(received, read);
    }

    private static Map<ConversationId, Long> sensible(@Nullable Map<ConversationId, Long> upTo) {
        Map<ConversationId, Long> given = upTo == null ? Map.of() : upTo;
        if (Stream.concat(given.keySet().stream(), given.values().stream()).anyMatch(Objects::isNull)) {
            throw new Refused(Reason.MALFORMED);
        }
        return given;
    }
}
