package chat.parley.command.conversation;

import chat.parley.events.StreamId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Annotate a message, in whatever way the annotation defines.
 *
 * @param now when it is decided
 */
public record AnnotateMessage(MessageAnnotation saying, Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return saying.message().stream();
    }
}
