package chat.parley.query.history;

import chat.parley.events.AccountEvent;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.ReportEvent;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.log.row.SealedRows.Opened;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decrypts messages of the history view. The view is not trusted: a row is shown only if the log sealed it and it names the
 * place where it was found. Any other row is refused by itself, with an alarm, and its message is read from the log.
 */
@Component
public class History {

    /** Rows read for one message: its own, and some that somebody may have put beside it. */
    private static final int NEIGHBOURS = 10;

    private final Messages messages;
    private final SealedRows rows;
    private final LoggedMessages logged;
    private final RefusedRows refused;

    History(Messages messages, SealedRows rows, LoggedMessages logged, RefusedRows refused) {
        this.messages = messages;
        this.rows = rows;
        this.logged = logged;
        this.refused = refused;
    }

    /** In their order, reading all keys at once; without places that hold no message in the log. */
    public List<Message> open(List<SealedMessage> found) {
        List<Optional<Opened>> opened =
                rows.open(found.stream().map(SealedMessage::row).toList());
        List<Message> shown = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            SealedMessage place = found.get(i);
            opened.get(i)
                    .map(row -> message(place, row))
                    .orElseGet(() -> refused(place, RefusedRows.Fault.SEAL))
                    .ifPresent(shown::add);
        }
        return shown;
    }

    /** The message of this number, if there is one. */
    public Optional<Message> at(ConversationId conversation, long number) {
        return number < 1
                ? Optional.empty()
                : open(messages.after(conversation, number - 1, NEIGHBOURS).stream()
                                .filter(found -> found.number() == number)
                                .toList())
                        .stream()
                        .findFirst();
    }

    /** The newest message of each conversation, up to a number; conversations without one are left out. */
    public Map<ConversationId, Message> newest(Map<ConversationId, Long> upTo) {
        Map<ConversationId, SealedMessage> found = messages.newest(upTo);
        Map<ConversationId, Message> newest = new HashMap<>();
        open(List.copyOf(found.values())).forEach(message -> newest.put(message.conversation(), message));
        found.forEach((conversation, place) -> {
            if (!newest.containsKey(conversation)) {
                below(place).ifPresent(message -> newest.put(conversation, message));
            }
        });
        return newest;
    }

    /** If somebody put a row above the newest one. */
    private Optional<Message> below(SealedMessage row) {
        return open(messages.before(row.conversation(), row.number() + 1, NEIGHBOURS)).stream()
                .findFirst();
    }

    private Optional<Message> message(SealedMessage place, Opened row) {
        return switch (row.event()) {
            case SentMessage sent
            when isAt(place, sent.conversation(), sent.number(), row.sequence()) -> Optional.of(sent(place, sent));
            case MessageDeleted deleted
            when isAt(place, deleted.conversation(), deleted.number(), deleted.target()) ->
                Optional.of(deleted(place, deleted));
            // From a newer build; this one does not know what it means for the message.
            case UnknownEvent unknown
            when unknown.stream().equals(StreamId.conversation(place.conversation())) -> logged.at(place);
            case ConversationEvent _,
                    PreferenceEvent _,
                    ReadCursorEvent _,
                    AccountEvent _,
                    BlocksEvent _,
                    AdmissionEvent _,
                    ReportEvent _,
                    FriendshipEvent _,
                    MessageRequestsEvent _,
                    UnknownEvent _ -> refused(place, RefusedRows.Fault.PLACE);
        };
    }

    private static boolean isAt(SealedMessage place, ConversationId conversation, long number, long sequence) {
        return conversation.equals(place.conversation()) && number == place.number() && sequence == place.sequence();
    }

    private Optional<Message> refused(SealedMessage row, RefusedRows.Fault fault) {
        refused.found(row, fault);
        return logged.at(row);
    }

    /** The text is gone if its key was destroyed. */
    private static Message sent(SealedMessage place, SentMessage sent) {
        @Nullable MessageContent content = sent.content();
        return new Message(
                place.conversation(),
                place.number(),
                place.sequence(),
                sent.message(),
                sent.author(),
                sent.replyTo(),
                sent.thread(),
                sent.forwarded(),
                sent.call(),
                content,
                content == null ? Message.Gone.ERASED : null,
                place.at());
    }

    private static Message deleted(SealedMessage place, MessageDeleted deleted) {
        return new Message(
                place.conversation(),
                place.number(),
                place.sequence(),
                deleted.message(),
                deleted.author(),
                null,
                deleted.thread(),
                null,
                null,
                null,
                Message.Gone.DELETED,
                place.at());
    }
}
