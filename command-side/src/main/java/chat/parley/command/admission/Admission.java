package chat.parley.command.admission;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.AdmissionEnded;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AdmissionSought;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A person and a group they are not in: invited, asking to join, or neither. That they have come is decided where the group is. Who
 * declined is not invited again until they ask; who was not let in asks again after a while.
 */
final class Admission {

    /** How long a group that said no is not asked again. */
    static final Duration PAUSE = Duration.ofDays(7);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable UserId seeking;
    private boolean declined;
    private Instant rejectedAt = Instant.EPOCH;

    Admission() {}

    /**
     * Inviting again whom one has invited already, who asks, or who declined, records nothing, and so does asking again. An invitation by
     * somebody else replaces the one that is there, which the person may not have heard of.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SeekAdmission command) {
        boolean asks = command.by().equals(command.person());
        if ((command.pending() && seeking != null) || (!asks && declined)) {
            return;
        }
        if (asks && command.now().isBefore(rejectedAt.plus(PAUSE))) {
            throw new Refused(Reason.ASK_LATER);
        }
        apply(new AdmissionSought(
                command.conversation(),
                command.person(),
                command.by(),
                command.told(),
                command.unheard() ? true : null,
                command.request()));
    }

    @CommandHandler
    void handle(EndAdmission command) {
        if (seeking == null) {
            throw new Refused(Reason.REQUEST_GONE);
        }
        apply(new AdmissionEnded(
                command.conversation(),
                command.person(),
                command.by(),
                command.told(),
                command.unheard() ? true : null));
    }

    @EventSourcingHandler
    void on(AdmissionEvent event, @Timestamp Instant at) {
        stream = event.stream();
        boolean own = event.by().equals(event.person());
        switch (event) {
            case AdmissionSought sought -> {
                seeking = sought.by();
                declined = false;
            }
            case AdmissionEnded ended -> {
                boolean asked = ended.person().equals(seeking);
                declined = own && !asked;
                rejectedAt = !own && asked ? at : rejectedAt;
                seeking = null;
            }
        }
    }
}
