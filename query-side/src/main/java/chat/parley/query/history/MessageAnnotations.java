package chat.parley.query.history;

import chat.parley.events.AnnotatesMessage;
import chat.parley.events.CallChanged;
import chat.parley.events.ConversationId;
import chat.parley.events.EventName;
import chat.parley.events.EventType;
import chat.parley.events.UnknownEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.log.row.SealedRows.Opened;
import chat.parley.membership.VisibleSequences;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedAnnotation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decrypts annotations of messages from the history view. A row that the log did not put there is not shown. */
@Component
public class MessageAnnotations {

    private record Found(SealedAnnotation place, Message.About about) {}

    private final Messages messages;
    private final SealedRows rows;
    private final RefusedRows refused;

    MessageAnnotations(Messages messages, SealedRows rows, RefusedRows refused) {
        this.messages = messages;
        this.rows = rows;
        this.refused = refused;
    }

    /**
     * The same messages of one conversation with their annotations, as far as the viewer may see them; none for a deleted
     * message, and none that were erased.
     */
    public List<Message> with(ConversationId conversation, List<Message> shown, VisibleSequences visible) {
        List<Long> numbers = shown.stream().map(Message::number).toList();
        Map<Long, List<Found>> said = open(messages.about(conversation, numbers)).stream()
                .collect(Collectors.groupingBy(found -> found.place().number()));
        return shown.stream()
                .map(message -> with(message, said.getOrDefault(message.number(), List.of()), visible))
                .toList();
    }

    /** One message of each conversation, with the text that its author gave it last. */
    public Map<ConversationId, Message> edited(
            Map<ConversationId, Message> shown, Map<ConversationId, VisibleSequences> visible) {
        Map<ConversationId, Long> numbers = new HashMap<>();
        shown.forEach((conversation, message) -> numbers.put(conversation, message.number()));
        Map<ConversationId, List<Found>> said =
                open(messages.about(numbers, EventType.MESSAGE_EDITED.typeName())).stream()
                        .collect(Collectors.groupingBy(found -> found.place().conversation()));
        Map<ConversationId, Message> edited = new HashMap<>();
        shown.forEach((conversation, message) -> edited.put(
                conversation,
                with(
                        message,
                        said.getOrDefault(conversation, List.of()),
                        visible.getOrDefault(conversation, VisibleSequences.NONE))));
        return edited;
    }

    private static Message with(Message message, List<Found> said, VisibleSequences visible) {
        return message.with(said.stream()
                .map(Found::about)
                .filter(about -> isAbout(message, about.event()) && visible.includes(about.sequence()))
                .sorted(Comparator.comparing(Message.About::sequence))
                .toList());
    }

    private List<Found> open(List<SealedAnnotation> places) {
        List<Optional<Opened>> opened =
                rows.open(places.stream().map(SealedAnnotation::row).toList());
        return IntStream.range(0, places.size())
                .boxed()
                .flatMap(i -> found(places.get(i), opened.get(i)))
                .toList();
    }

    private Stream<Found> found(SealedAnnotation place, Optional<Opened> row) {
        if (row.isEmpty()) {
            refused.found(place, RefusedRows.Fault.SEAL);
            return Stream.empty();
        }
        if (row.get().event() instanceof AnnotatesMessage about && isAt(place, about)) {
            // How a call ended stands beside how long it lasted.
            return about.content() == null && !(about instanceof CallChanged)
                    ? Stream.empty()
                    : Stream.of(new Found(place, new Message.About(row.get().sequence(), place.at(), about)));
        }
        // An annotation of an unknown type is left out.
        if (!(row.get().event() instanceof UnknownEvent)) {
            refused.found(place, RefusedRows.Fault.PLACE);
        }
        return Stream.empty();
    }

    private static boolean isAt(SealedAnnotation place, AnnotatesMessage about) {
        return about.conversation().equals(place.conversation())
                && about.number() == place.number()
                && about.member().equals(place.member())
                && EventName.of(about).type().equals(place.type());
    }

    private static boolean isAbout(Message message, AnnotatesMessage about) {
        return message.gone() != Message.Gone.DELETED
                && message.sequence() == about.target()
                && message.message().equals(about.message());
    }
}
