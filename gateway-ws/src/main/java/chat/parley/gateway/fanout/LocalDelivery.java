package chat.parley.gateway.fanout;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.LogFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends an event to the sockets of this node. */
@Component
class LocalDelivery {

    private final OpenSockets sockets;
    private final Timer latency;

    LocalDelivery(OpenSockets sockets, MeterRegistry meters) {
        this.sockets = sockets;
        this.latency = Timer.builder("parley.gateway.fanout.latency")
                .description("from the log to the sockets' buffers")
                .publishPercentileHistogram()
                .register(meters);
    }

    void deliver(Envelope envelope, Set<UserId> recipients) {
        List<ClientSocket> concerned =
                recipients.stream().flatMap(user -> sockets.of(user).stream()).toList();
        Optional<LogFrame> frame = concerned.isEmpty() ? Optional.empty() : LogFrame.of(envelope);
        frame.ifPresent(found -> {
            int queue = ConsumerGroup.FANOUT.queueOf(envelope.partition());
            concerned.forEach(socket -> socket.subscription().live(queue, envelope.position(), found));
            latency.record(Duration.between(envelope.recorded(), Instant.now()));
        });
    }

    /** Tells a person's devices that they signed in on another. */
    void tellOthers(NodeMessage.SignedIn signedIn) {
        ServerFrame frame = new ServerFrame.SignedInElsewhere(signedIn.session(), signedIn.device());
        sockets.of(signedIn.user()).stream()
                .filter(socket -> !socket.caller().session().equals(signedIn.session()))
                .filter(socket -> socket.subscription().isPlaced())
                .forEach(socket -> socket.tell(frame));
    }
}
