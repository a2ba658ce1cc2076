package chat.parley.privacy;

import chat.parley.events.AvatarChanged;
import chat.parley.events.Envelope;
import chat.parley.events.ProfileChanged;
import chat.parley.events.StatusChanged;
import java.util.Optional;
import java.util.Set;

/** What is told to somebody's peers of an event of their account. */
public final class PeerSight {

    private PeerSight() {}

    /** @return the event without what is hidden; empty if it tells of nothing else */
    public static Optional<Envelope> of(Envelope event, Set<Detail> hidden) {
        return switch (event.event()) {
            case StatusChanged _ when hidden.contains(Detail.STATUS) -> Optional.empty();
            case AvatarChanged _
            when hidden.contains(Detail.AVATAR) || hidden.contains(Detail.STATUS) -> Optional.empty();
            case ProfileChanged profile
            when hidden.contains(Detail.ABOUT) -> Optional.of(event.telling(profile.withoutAbout()));
            default -> Optional.of(event);
        };
    }
}
