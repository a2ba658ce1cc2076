package chat.parley.command.block;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.BlocksEvent;
import chat.parley.events.PersonBlocked;
import chat.parley.events.PersonUnblocked;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The people someone blocks. Blocking one of them again records nothing, nor does unblocking somebody else. */
final class BlockedPeople {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    BlockedPeople() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BlockPerson command) {
        UserId person = command.whom().person();
        if (person.equals(command.blocker())) {
            throw new Refused(Reason.SELF_BLOCK);
        }
        if (!command.isBlocked()) {
            apply(new PersonBlocked(command.blocker(), command.whom()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UnblockPerson command) {
        if (command.isBlocked()) {
            apply(new PersonUnblocked(command.blocker(), command.whom()));
        }
    }

    @EventSourcingHandler
    void on(BlocksEvent event) {
        stream = event.stream();
    }
}
