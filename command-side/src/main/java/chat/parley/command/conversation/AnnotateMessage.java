package chat.parley.command.conversation;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Annotate a message, in whatever way the annotation defines. */
public record AnnotateMessage(MessageAnnotation saying) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return saying.message().stream();
    }
}
