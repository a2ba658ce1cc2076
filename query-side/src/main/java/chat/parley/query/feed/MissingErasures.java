package chat.parley.query.feed;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.ErasedMembers;
import java.util.List;
import java.util.Optional;

/** Who was erased of those someone shares a conversation with; it is told in the share of the erased person's own partition. */
final class MissingErasures {

    private final EventLog log;
    private final ErasedMembers erased;

    MissingErasures(EventLog log, ErasedMembers erased) {
        this.log = log;
        this.erased = erased;
    }

    /** Beyond what is held and up to the head, in order of position. */
    List<Envelope> of(UserId user, Held held, long head) {
        return erased.peersOf(user, held.least(), head).stream()
                .map(log::at)
                .flatMap(Optional::stream)
                .map(StoredEvent::envelope)
                .filter(event -> event.position() > held.of(event.partition()))
                .toList();
    }
}
