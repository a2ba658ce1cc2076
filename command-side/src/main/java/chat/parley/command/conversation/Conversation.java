package chat.parley.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.command.conversation.deletemessage.DeleteMessage;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.command.engine.Sized;
import chat.parley.events.ConversationEvent;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Decides what may be said and which number it takes. Holds no messages. */
final class Conversation implements Sized {

    @AggregateIdentifier
    private @Nullable StreamId stream;

    private Set<UserId> members = Set.of();
    private long lastNumber;
    private final RecentMessages recent;
    private final DeletedNumbers deleted;

    Conversation() {
        recent = new RecentMessages();
        deleted = new DeletedNumbers();
    }

    Conversation(ConversationState state) {
        stream = state.stream();
        members = Set.copyOf(state.members());
        lastNumber = state.lastNumber();
        recent = new RecentMessages(state.recent());
        deleted = new DeletedNumbers(state.deleted());
    }

    ConversationState state() {
        List<UserId> inOrder =
                members.stream().sorted(Comparator.comparing(UserId::value)).toList();
        return new ConversationState(
                Objects.requireNonNull(stream), inOrder, lastNumber, recent.inOrder(), deleted.ranges());
    }

    /** The same conversation started again records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartDirect command) {
        if (command.startedBy().equals(command.other())) {
            throw new Refused(Reason.SELF_CONVERSATION);
        }
        if (members.isEmpty()) {
            apply(new DirectConversationStarted(command.conversation(), inOrder(command), command.startedBy()));
        }
    }

    /**
     * Where there is no such conversation, one without members refuses, with the answer a stranger gets. A message sent again
     * records nothing. What nobody would read is not taken.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SendMessage command) {
        if (!members.contains(command.author())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (recent.contains(command.author(), command.message())) {
            return;
        }
        if (members.stream().anyMatch(command.erased()::contains)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
        apply(new MessageSent(
                command.conversation(), lastNumber + 1, command.author(), command.message(), command.content()));
    }

    /** Deletion is final: a message deleted again records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeleteMessage command) {
        MessageSent message = command.message();
        if (!members.contains(command.asker())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (!message.author().equals(command.asker())) {
            throw new Refused(Reason.NOT_THE_AUTHOR);
        }
        if (!deleted.contains(message.number())) {
            apply(new MessageDeleted(
                    message.conversation(), message.number(), command.sequence(), message.message(), message.author()));
        }
    }

    @EventSourcingHandler
    void on(ConversationEvent event) {
        stream = event.stream();
        switch (event) {
            case DirectConversationStarted started -> members = Set.copyOf(started.members());
            case MessageSent sent -> {
                lastNumber = sent.number();
                recent.add(sent.author(), sent.message());
            }
            case MessageDeleted gone -> deleted.add(gone.number());
        }
    }

    @Override
    public int size() {
        return recent.size() * RecentMessages.BYTES_EACH + deleted.size() * DeletedNumbers.BYTES_EACH;
    }

    private static List<UserId> inOrder(StartDirect command) {
        return Stream.of(command.startedBy(), command.other())
                .sorted(Comparator.comparing(UserId::value))
                .toList();
    }
}
