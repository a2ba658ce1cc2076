package chat.parley.command.threads;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.StreamId;
import chat.parley.events.ThreadMarked;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** How far one member has read a thread, which never goes back, and whether they chose to follow it. What changes nothing is not recorded. */
final class ThreadMarks {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable Boolean following;
    private long readUpTo;

    ThreadMarks() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MarkThread command) {
        Boolean chosen = command.following() == null ? following : command.following();
        long read = Math.max(readUpTo, command.readUpTo());
        if (Objects.equals(chosen, following) && read == readUpTo) {
            return;
        }
        apply(new ThreadMarked(command.conversation(), command.member(), command.root(), chosen, read));
    }

    @EventSourcingHandler
    void on(ThreadMarked event) {
        stream = event.stream();
        following = event.following();
        readUpTo = event.readUpTo();
    }
}
