package chat.parley.command.arrangement;

import chat.parley.events.Arrangement;
import chat.parley.events.NewsWanted;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a conversation in one's list; what is absent stays.
 *
 * @param mutedUntil until when it is muted; a time that has passed ends it
 */
record ArrangementChange(
        @Nullable Instant mutedUntil,
        @Nullable NewsWanted news,
        @Nullable Boolean pinned,
        @Nullable Boolean archived,
        @Nullable Boolean favourite,
        @Nullable Boolean unread) {

    /** Later times stand for it: a mute without end. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws Refused {@link Reason#MALFORMED} if there is nothing to change */
    ArrangementChange required() {
        if (Stream.of(mutedUntil, news, pinned, archived, favourite, unread).allMatch(Objects::isNull)) {
            throw new Refused(Reason.MALFORMED);
        }
        return this;
    }

    Arrangement of(Arrangement before, Instant now) {
        return new Arrangement(
                mutedUntil == null ? before.mutedUntil() : muted(mutedUntil, now),
                news == null ? before.news() : news == NewsWanted.ALL ? null : news,
                pinned == null ? before.pinned() : pinned,
                archived == null ? before.archived() : archived,
                favourite == null ? before.favourite() : favourite,
                unread == null ? before.unread() : unread);
    }

    private static @Nullable Instant muted(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            return null;
        }
        return until.isAfter(LATEST) ? LATEST : until.truncatedTo(ChronoUnit.SECONDS);
    }
}
