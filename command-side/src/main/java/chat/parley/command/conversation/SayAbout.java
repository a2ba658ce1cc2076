package chat.parley.command.conversation;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say something about a message, whatever it is. */
public record SayAbout(Saying saying) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return saying.message().stream();
    }
}
