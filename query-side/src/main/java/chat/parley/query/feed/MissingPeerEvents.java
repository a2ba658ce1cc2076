package chat.parley.query.feed;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.PeerEvents;
import chat.parley.privacy.HiddenDetails;
import chat.parley.privacy.PeerSight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened to the accounts of people someone shares a conversation with; each event belongs to the share of that
 * person's own partition.
 */
final class MissingPeerEvents {

    private final EventLog log;
    private final PeerEvents peerEvents;
    private final Sights sights;

    MissingPeerEvents(EventLog log, PeerEvents peerEvents, Sights sights) {
        this.sights = sights;
        this.log = log;
        this.peerEvents = peerEvents;
    }

    /** After what was received and up to the head, ordered by position. */
    List<Envelope> of(UserId user, ResumePosition resumeFrom, long head) {
        List<Envelope> missing = peerEvents.of(user, resumeFrom.least(), head).stream()
                .map(log::at)
                .flatMap(Optional::stream)
                .map(StoredEvent::envelope)
                .filter(event -> event.position() > resumeFrom.of(event.partition()))
                .toList();
        HiddenDetails hidden = sights.hiddenFrom(
                user, missing.stream().map(MissingPeerEvents::person).collect(Collectors.toSet()));
        return missing.stream()
                .flatMap(event -> PeerSight.of(event, hidden.of(user, person(event))).stream())
                .toList();
    }

    private static UserId person(Envelope event) {
        return UserId.of(event.stream().partitionKey());
    }
}
