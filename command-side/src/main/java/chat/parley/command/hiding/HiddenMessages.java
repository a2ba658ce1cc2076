package chat.parley.command.hiding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.MessagesHidden;
import chat.parley.events.NumberRange;
import chat.parley.events.NumberRanges;
import chat.parley.events.StreamId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation that one member deleted for themselves. What changes nothing is not recorded. */
final class HiddenMessages {

    /** Every event holds them all. */
    static final int MOST_RANGES = 500;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private NumberRanges numbers = NumberRanges.NONE;

    HiddenMessages() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HideMessages command) {
        List<NumberRange> before = numbers.ranges();
        List<NumberRange> after =
                numbers.with(command.hide()).without(command.show()).ranges();
        if (after.equals(before)) {
            return;
        }
        if (after.size() > MOST_RANGES && after.size() > before.size()) {
            throw new Refused(Reason.TOO_MANY_HIDDEN);
        }
        apply(new MessagesHidden(command.conversation(), command.member(), after));
    }

    @EventSourcingHandler
    void on(MessagesHidden event) {
        stream = event.stream();
        numbers = new NumberRanges(event.numbers());
    }
}
