package chat.parley.command.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.ReportEvent;
import chat.parley.events.ReportFiled;
import chat.parley.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One thing that one member reports: open, or dealt with, after which they may report it again. */
final class Report {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private boolean open;

    Report() {}

    /** What is reported already is not recorded again. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FileReport command) {
        if (!open) {
            apply(command.report());
        }
    }

    /** What two have dealt with is settled once. */
    @CommandHandler
    void handle(SettleReport command) {
        if (open) {
            apply(command.settled());
        }
    }

    @EventSourcingHandler
    void on(ReportEvent event) {
        stream = event.stream();
        open = event instanceof ReportFiled;
    }
}
