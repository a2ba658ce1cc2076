package chat.parley.query.history;

import chat.parley.events.AboutMessage;
import chat.parley.events.ConversationId;
import chat.parley.events.EventName;
import chat.parley.events.UnknownEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.log.row.SealedRows.Opened;
import chat.parley.views.history.Messages;
import chat.parley.views.history.SealedAbout;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What members say about messages, opened from what the history view keeps. A row that is not what the log put there is not shown. */
@Component
public class SaidAbout {

    private record Found(SealedAbout place, Message.About about) {}

    private final Messages messages;
    private final SealedRows rows;
    private final RefusedRows refused;

    SaidAbout(Messages messages, SealedRows rows, RefusedRows refused) {
        this.messages = messages;
        this.rows = rows;
        this.refused = refused;
    }

    /** The same messages of one conversation, with what is said about them: nothing about one that was deleted, nor what was forgotten. */
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

    private List<Found> open(List<SealedAbout> places) {
        List<Optional<Opened>> opened =
                rows.open(places.stream().map(SealedAbout::row).toList());
        return IntStream.range(0, places.size())
                .boxed()
                .flatMap(i -> found(places.get(i), opened.get(i)))
                .toList();
    }

    private Stream<Found> found(SealedAbout place, Optional<Opened> row) {
        if (row.isEmpty()) {
            refused.found(place, RefusedRows.Fault.SEAL);
            return Stream.empty();
        }
        if (row.get().event() instanceof AboutMessage about && isAt(place, about)) {
            return about.content() == null
                    ? Stream.empty()
                    : Stream.of(new Found(place, new Message.About(row.get().sequence(), place.at(), about)));
        }
        // One of a newer build, which knows what it says, is left out until this one does.
        if (!(row.get().event() instanceof UnknownEvent)) {
            refused.found(place, RefusedRows.Fault.PLACE);
        }
        return Stream.empty();
    }

    private static boolean isAt(SealedAbout place, AboutMessage about) {
        return about.conversation().equals(place.conversation())
                && about.number() == place.number()
                && about.member().equals(place.member())
                && EventName.of(about).type().equals(place.type());
    }

    private static boolean isAbout(Message message, AboutMessage about) {
        return message.gone() != Message.Gone.DELETED
                && message.sequence() == about.target()
                && message.message().equals(about.message());
    }
}
