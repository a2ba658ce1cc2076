package chat.parley.query.history;

import chat.parley.events.MessageContent;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.row.SealedRows;
import chat.parley.views.history.SealedMessage;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a message from the log, if the view holds something else in its place. */
@Component
class LoggedMessages {

    private final EventLog log;
    private final SealedRows rows;
    private final Erasures erasures;

    LoggedMessages(EventLog log, SealedRows rows, Erasures erasures) {
        this.log = log;
        this.rows = rows;
        this.erasures = erasures;
    }

    /** Empty if the log has no message with this number at this sequence: then the view's row was forged. */
    Optional<Message> at(SealedMessage place) {
        if (place.sequence() < 0) {
            return Optional.empty();
        }
        return log.readStream(StreamId.conversation(place.conversation()), place.sequence(), 1).stream()
                .filter(found -> found.sequence() == place.sequence())
                .flatMap(found -> message(found, place.number()).stream())
                .findFirst();
    }

    private Optional<Message> message(StoredEvent found, long number) {
        if (!(found.event() instanceof SentMessage sent) || sent.number() != number) {
            return Optional.empty();
        }
        @Nullable MessageContent content = sent.content();
        return Optional.of(new Message(
                sent.conversation(),
                number,
                found.sequence(),
                sent.message(),
                sent.author(),
                sent.replyTo(),
                sent.thread(),
                sent.forwarded(),
                sent.call(),
                content,
                content == null ? gone(found, sent.author()) : null,
                found.envelope().recorded()));
    }

    private Message.Gone gone(StoredEvent found, UserId author) {
        if (erasures.of(author).isPresent()) {
            return Message.Gone.ERASED;
        }
        return isWhole(found) ? Message.Gone.DELETED : Message.Gone.UNREADABLE;
    }

    private boolean isWhole(StoredEvent found) {
        return rows.write(found)
                .map(row -> rows.open(List.of(Base64.getDecoder().decode(row))))
                .filter(opened -> opened.getFirst().isPresent())
                .isPresent();
    }
}
