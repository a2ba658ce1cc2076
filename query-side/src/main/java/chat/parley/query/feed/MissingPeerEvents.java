package chat.parley.query.feed;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.read.PeerEvents;
import java.util.List;
import java.util.Optional;

/**
 * What happened to the accounts of people someone shares a conversation with; each event belongs to the share of that
 * person's own partition.
 */
final class MissingPeerEvents {

    private final EventLog log;
    private final PeerEvents peerEvents;

    MissingPeerEvents(EventLog log, PeerEvents peerEvents) {
        this.log = log;
        this.peerEvents = peerEvents;
    }

    /** After what was received and up to the head, ordered by position. */
    List<Envelope> of(UserId user, ResumePosition resumeFrom, long head) {
        return peerEvents.of(user, resumeFrom.least(), head).stream()
                .map(log::at)
                .flatMap(Optional::stream)
                .map(StoredEvent::envelope)
                .filter(event -> event.position() > resumeFrom.of(event.partition()))
                .toList();
    }
}
