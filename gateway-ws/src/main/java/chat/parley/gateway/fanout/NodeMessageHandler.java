package chat.parley.gateway.fanout;

import chat.parley.distribution.EnvelopeJson;
import chat.parley.gateway.calls.CallSignals;
import chat.parley.gateway.node.NodeListener;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.node.NodeSequences;
import chat.parley.gateway.presence.PresenceBroadcaster;
import chat.parley.gateway.resume.MissedEvents;
import chat.parley.gateway.typing.TypingBroadcaster;
import chat.parley.views.presence.NodeId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles messages from other nodes. A gap in their numbers makes every socket here catch up. */
@Component
class NodeMessageHandler implements NodeListener {

    private static final Logger LOG = LoggerFactory.getLogger(NodeMessageHandler.class);

    private final NodeId self;
    private final NodeSequences counts = new NodeSequences();
    private final EnvelopeJson json = new EnvelopeJson();
    private final LocalDelivery here;
    private final Takeover takeover;
    private final MissedEvents missed;
    private final PresenceBroadcaster presence;
    private final TypingBroadcaster typing;
    private final CallSignals calls;
    private final Counter holes;

    NodeMessageHandler(
            NodeId self,
            LocalDelivery here,
            Takeover takeover,
            MissedEvents missed,
            PresenceBroadcaster presence,
            TypingBroadcaster typing,
            CallSignals calls,
            MeterRegistry meters) {
        this.self = self;
        this.here = here;
        this.takeover = takeover;
        this.missed = missed;
        this.presence = presence;
        this.typing = typing;
        this.calls = calls;
        this.holes = meters.counter("parley.gateway.holes");
    }

    @Override
    public void connected() {
        counts.forget();
        missed.catchUp();
        presence.refresh();
    }

    @Override
    public void received(NodeMessage message) {
        switch (message) {
            case NodeMessage.Told told -> told(told);
            case NodeMessage.Tick tick -> ticked(tick);
            case NodeMessage.QueueLost _ -> missed.catchUp();
            case NodeMessage.Barrier barrier -> takeover.arrived(barrier.id());
            case NodeMessage.PresenceChanged changed -> presence.tell(changed);
            case NodeMessage.Typing typed -> typing.tell(typed);
            case NodeMessage.CallSignal signal -> calls.tell(signal);
            case NodeMessage.SignedIn signedIn -> here.tellOthers(signedIn);
        }
    }

    @Override
    public void unreadable() {
        hole();
    }

    private void told(NodeMessage.Told told) {
        if (told.source().from().equals(self)) {
            return;
        }
        if (!counts.counted(told.source(), told.counter())) {
            hole();
        }
        here.deliver(json.read(told.event()), told.recipients());
    }

    private void ticked(NodeMessage.Tick tick) {
        if (!tick.source().from().equals(self) && !counts.confirmed(tick.source(), tick.counter())) {
            hole();
        }
    }

    private void hole() {
        LOG.info("something sent to this node was lost; its sockets catch up");
        holes.increment();
        missed.catchUp();
    }
}
