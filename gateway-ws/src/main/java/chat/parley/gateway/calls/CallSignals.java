package chat.parley.gateway.calls;

import chat.parley.access.Caller;
import chat.parley.contracts.CallDevices;
import chat.parley.contracts.PartiesOfCall;
import chat.parley.contracts.PartiesOfCall.Party;
import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.node.EphemeralPublisher;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Passes what one device in a call tells the other to that device alone, once the call was answered. Nothing of it is kept, and it may be lost;
 * the devices then say it again.
 */
@Component
public class CallSignals {

    /** So long a call that has ended is still believed to go on. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final int MOST = 10_000;

    private final CallDevices devices;
    private final EphemeralPublisher post;
    private final OpenSockets sockets;
    private final Cache<ConversationId, PartiesOfCall> going =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    CallSignals(CallDevices devices, EphemeralPublisher post, OpenSockets sockets) {
        this.devices = devices;
        this.post = post;
        this.sockets = sockets;
    }

    /** @throws Refused {@link Reason#CALL_OVER} if this device is in no such call */
    public void said(ClientSocket socket, ClientFrame.CallSignal frame) {
        Caller caller = socket.caller();
        Party self = new Party(caller.user(), caller.session());
        PartiesOfCall call = partiesOf(frame, self);
        if (call.group() || !frame.call().equals(call.call()) || !call.parties().contains(self)) {
            throw new Refused(Reason.CALL_OVER);
        }
        for (Party other : call.parties()) {
            if (!other.equals(self)) {
                boolean _ = post.send(
                        Set.of(other.user()),
                        held -> new NodeMessage.CallSignal(
                                frame.conversation(),
                                frame.call(),
                                caller.user(),
                                frame.data(),
                                held,
                                other.device(),
                                caller.session()));
            }
        }
    }

    /** What is known may be older than the answer of either device. */
    private PartiesOfCall partiesOf(ClientFrame.CallSignal frame, Party self) {
        PartiesOfCall known = going.getIfPresent(frame.conversation());
        if (known != null
                && frame.call().equals(known.call())
                && known.parties().size() == 2
                && known.parties().contains(self)) {
            return known;
        }
        PartiesOfCall told = devices.parties(ServiceCallers.nobody(), frame.conversation());
        going.put(frame.conversation(), told);
        return told;
    }

    /** Tells the device, if its socket is here. Where the other speaks from a device that is new in the call, that gets the answer. */
    public void tell(NodeMessage.CallSignal signal) {
        SessionId by = signal.by();
        if (by != null) {
            Party from = new Party(signal.from(), by);
            going.asMap()
                    .computeIfPresent(
                            signal.conversation(), (_, known) -> known.parties().contains(from) ? known : null);
        }
        ServerFrame frame =
                new ServerFrame.CallSignalled(signal.conversation(), signal.call(), signal.from(), signal.data());
        signal.recipients().stream()
                .flatMap(recipient -> sockets.of(recipient).stream())
                .filter(socket -> socket.caller().session().equals(signal.device())
                        && socket.subscription().isPlaced())
                .forEach(socket -> socket.tell(frame));
    }
}
