package chat.parley.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.MessageRequestAnswered;
import chat.parley.events.MessageRequestReported;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.RequestAnswer;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about the requests of others. Accepting is for good; the same answer, and a second report of a person, record nothing.
 */
final class MessageRequests {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private final Map<UserId, RequestAnswer> answers = new HashMap<>();
    private final Set<UserId> reported = new HashSet<>();

    MessageRequests() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnswerRequest command) {
        Asking asking = command.asking();
        RequestAnswer before = answers.get(asking.author());
        if (before == command.answer()) {
            return;
        }
        requireAsked(asking);
        apply(new MessageRequestAnswered(asking.recipient(), asking.author(), asking.conversation(), command.answer()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRequest command) {
        Asking asking = command.asking();
        if (reported.contains(asking.author())) {
            return;
        }
        requireAsked(asking);
        apply(new MessageRequestReported(
                asking.recipient(), asking.author(), asking.conversation(), command.content()));
    }

    @EventSourcingHandler
    void on(MessageRequestsEvent event) {
        stream = event.stream();
        switch (event) {
            case MessageRequestAnswered answered -> answers.put(answered.author(), answered.answer());
            case MessageRequestReported report -> reported.add(report.author());
        }
    }

    private static void requireAsked(Asking asking) {
        if (!asking.isAsked()) {
            throw new Refused(Reason.REQUEST_GONE);
        }
    }
}
