package chat.parley.command.arrangement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.Arrangement;
import chat.parley.events.ConversationArranged;
import chat.parley.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A conversation in one member's list. What changes nothing is not recorded. */
final class ArrangedConversation {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private Arrangement arrangement = Arrangement.NONE;

    ArrangedConversation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ArrangeConversation command) {
        Arrangement changed = command.change().of(arrangement, command.now());
        if (!changed.equals(arrangement)) {
            apply(new ConversationArranged(command.conversation(), command.member(), changed));
        }
    }

    @EventSourcingHandler
    void on(ConversationArranged event) {
        stream = event.stream();
        arrangement = event.arrangement();
    }
}
