package chat.parley.query.history;

import chat.parley.events.AnnotatesMessage;
import chat.parley.events.ConversationId;
import chat.parley.events.EventName;
import chat.parley.events.UnknownEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.log.row.SealedRows.Opened;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedAnnotation;
import java.util.Comparator;
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
     * The same messages of one conversation with their annotations; none for a deleted message, and none that were erased.
     */
    public List<Message> with(ConversationId conversation, List<Message> shown) {
        List<Long> numbers = shown.stream().map(Message::number).toList();
        Map<Long, List<Message.About>> said = open(messages.about(conversation, numbers)).stream()
                .sorted(Comparator.comparing(found -> found.about().sequence()))
                .collect(Collectors.groupingBy(
                        found -> found.place().number(), Collectors.mapping(Found::about, Collectors.toList())));
        return shown.stream()
                .map(message -> message.with(said.getOrDefault(message.number(), List.of()).stream()
                        .filter(about -> isAbout(message, about.event()))
                        .toList()))
                .toList();
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
            return about.content() == null
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
