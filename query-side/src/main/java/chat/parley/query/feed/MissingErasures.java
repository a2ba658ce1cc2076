package chat.parley.query.feed;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.ErasedPeers;
import java.util.List;
import java.util.Optional;

/**
 * The erasures of people someone shares a conversation with; each belongs to the share of the erased person's own partition.
 */
final class MissingErasures {

    private final EventLog log;
    private final ErasedPeers erased;

    MissingErasures(EventLog log, ErasedPeers erased) {
        this.log = log;
        this.erased = erased;
    }

    /** After what was received and up to the head, ordered by position. */
    List<Envelope> of(UserId user, ResumePosition resumeFrom, long head) {
        return erased.peersOf(user, resumeFrom.least(), head).stream()
                .map(log::at)
                .flatMap(Optional::stream)
                .map(StoredEvent::envelope)
                .filter(event -> event.position() > resumeFrom.of(event.partition()))
                .toList();
    }
}
