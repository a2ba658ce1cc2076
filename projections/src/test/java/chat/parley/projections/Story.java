package chat.parley.projections;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.row.SealedRows;
import chat.parley.testing.RawRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records what two people do, in the log, where nothing reaches a view by itself. */
final class Story {

    final UserId alice = new UserId(UUID.randomUUID());
    final UserId bob = new UserId(UUID.randomUUID());
    final ConversationId conversation = DirectConversation.ofBits(
            alice.value().getMostSignificantBits() ^ bob.value().getMostSignificantBits(),
            alice.value().getLeastSignificantBits() ^ bob.value().getLeastSignificantBits());

    private final EventLog log;
    private final SealedRows rows;
    private final Map<String, Long> sequences = new HashMap<>();
    private long number;

    Story(EventLog log, SealedRows rows) {
        this.log = log;
        this.rows = rows;
    }

    /** Unique in the whole log, as usernames are. */
    static String username() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }

    Envelope registered(String username) {
        UserId user = new UserId(UUID.randomUUID());
        return record(
                user, new AccountRegistered(user, new AccountDetails(username, "Some One", "one@example.org", null)));
    }

    /** Of alice herself, who writes in the conversation. */
    Envelope aliceRegistered(String username) {
        return record(
                alice, new AccountRegistered(alice, new AccountDetails(username, "Alice", "one@example.org", null)));
    }

    /** For whom everyone who has something to forget is waited for. */
    Envelope erased(Erasures erasures, UserId account, Set<String> parts) {
        erasures.begin(account, new ErasureId(UUID.randomUUID()), parts);
        return record(account, new AccountErased(account));
    }

    Envelope deleted(Envelope sent) {
        MessageSent message = (MessageSent) sent.event();
        return record(
                message.author(),
                new MessageDeleted(
                        conversation, message.number(), sent.sequence(), message.message(), message.author()));
    }

    Envelope started() {
        return record(alice, new DirectConversationStarted(conversation, List.of(alice, bob), alice));
    }

    Envelope wrote(UserId author, String text) {
        MessageId message = new MessageId(UUID.randomUUID());
        return record(author, new MessageSent(conversation, ++number, author, message, new MessageContent(text)));
    }

    List<Envelope> wrote(UserId author, int messages) {
        List<Envelope> events = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            events.add(wrote(author, "message " + i));
        }
        return events;
    }

    Envelope delivered(UserId member, long upTo) {
        return record(member, new MessagesDelivered(conversation, member, upTo, true));
    }

    Envelope read(UserId member, long upTo) {
        return record(member, new MessagesRead(conversation, member, upTo, true));
    }

    /** As a build would that knows more types of events, next in a stream; see {@code Facets}. */
    Envelope newer(RawRows rows, String stream, String facets) {
        sequences.merge(stream, 1L, Long::sum);
        String type = "parley." + stream.substring(0, stream.indexOf('/')) + ".future";
        return at(rows.append(stream, type, 1, "{}", facets));
    }

    /** A row of the conversation that is no event any more. */
    Envelope damaged(RawRows rows) {
        String stream = StreamId.conversation(conversation).value();
        sequences.merge(stream, 1L, Long::sum);
        return at(rows.appendBroken(stream, "parley.conversation.message-sent", "no JSON", "{}"));
    }

    private Envelope at(long position) {
        return log.at(position).orElseThrow().envelope();
    }

    private Envelope record(UserId actor, ParleyEvent event) {
        long sequence = sequences.merge(event.stream().value(), 1L, Long::sum) - 1;
        NewEvent added = new NewEvent(
                new EventId(UUID.randomUUID()),
                sequence,
                event,
                null,
                new Metadata(actor, null, UUID.randomUUID(), null));
        return rows.envelope(log.append(List.of(added)).getFirst());
    }
}
