package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.DeadLetters;
import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.projections.erasure.QueueErasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Dead letters, for operators: {@code GET /actuator/deadletters} counts them by group, {@code POST
 * /actuator/deadletters/<group>} retries them, reading the events from the log. Those that succeed are removed, the others
 * stay.
 */
@Component
@Endpoint(id = "deadletters")
final class DeadLetterEndpoint {

    /** @param remaining how many are left, including any that were added meanwhile */
    public record Redelivered(int stored, long remaining) {}

    private final List<View> views;
    private final EventLog log;
    private final DeadLetters deadLetters;
    private final QueueErasure queueErasure;

    DeadLetterEndpoint(List<View> views, EventLog log, DeadLetters deadLetters, QueueErasure queueErasure) {
        this.views = views;
        this.log = log;
        this.deadLetters = deadLetters;
        this.queueErasure = queueErasure;
    }

    @ReadOperation
    public Map<String, Long> count() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (View view : views) {
            counts.put(view.group().name(), deadLetters.count(view.group()));
        }
        return counts;
    }

    @WriteOperation
    public WebEndpointResponse<Redelivered> redeliver(@Selector String group) {
        for (View view : views) {
            if (view.group().name().equals(group)) {
                return new WebEndpointResponse<>(redeliver(view));
            }
        }
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }

    private Redelivered redeliver(View view) {
        ConsumerGroup group = view.group();
        int stored = deadLetters.redeliver(group, (queue, position) -> store(view, queue, position));
        return new Redelivered(stored, deadLetters.count(group));
    }

    /** Regardless of the checkpoint, which passed this event when it became a dead letter. */
    private void store(View view, int queue, long position) {
        Envelope event = log.at(position)
                .map(view::envelope)
                .orElseThrow(() -> new IllegalStateException("the log has nothing at position " + position));
        if (view.lacks(event)) {
            throw new IllegalStateException(
                    "this build does not know " + event.type().published());
        }
        view.store(List.of(event));
        if (QueueErasure.isWanted(event)) {
            queueErasure.inQueue(view, queue, event);
        }
    }
}
