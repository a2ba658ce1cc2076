package chat.parley.gateway.sfu;

import chat.parley.access.Caller;
import chat.parley.access.EndedSessions;
import chat.parley.contracts.CallDevices;
import chat.parley.contracts.PartiesOfCall;
import chat.parley.contracts.PartiesOfCall.Party;
import chat.parley.distribution.RepeatedService;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.gateway.sfu.SfuSession.Room;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The devices of this node in calls of groups. Twice a second it asks who is in their calls: whoever is not any more, because they left, were
 * removed or muted, their session ended or the call is over, is heard and seen no longer.
 */
@Component
public class GroupMedia extends RepeatedService {

    private static final Logger LOG = LoggerFactory.getLogger(GroupMedia.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final long KEEP_ALIVE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Janus janus;
    private final SfuSettings settings;
    private final CallDevices devices;
    private final OpenSockets sockets;
    private final EndedSessions ended;
    private final Map<SessionId, SfuSession> byDevice = new ConcurrentHashMap<>();
    private long keptAlive = System.nanoTime();

    GroupMedia(
            Janus janus,
            SfuSettings settings,
            CallDevices devices,
            OpenSockets sockets,
            EndedSessions ended,
            TaskScheduler scheduler) {
        super(scheduler, "calls of groups", LOOK_EVERY);
        this.janus = janus;
        this.settings = settings;
        this.devices = devices;
        this.sockets = sockets;
        this.ended = ended;
        janus.whenLost(this::resetAll);
    }

    /** @throws Refused {@link Reason#CALL_OVER} if this device is in no such call, {@link Reason#UNAVAILABLE} */
    public void join(ClientSocket socket, ClientFrame.SfuJoin frame) {
        Caller caller = socket.caller();
        requireIn(caller, frame.conversation(), frame.call());
        SfuSession known = byDevice.get(caller.session());
        if (known != null
                && known.isOfNow()
                && !frame.anew()
                && known.room().call().equals(frame.call())) {
            known.tellAgain();
            return;
        }
        if (known != null) {
            end(known);
        }
        SfuSession made = new SfuSession(
                janus,
                new Room(frame.conversation(), frame.call(), settings.secret(), secretOf(frame.call())),
                caller,
                told -> tell(caller, told));
        byDevice.put(caller.session(), made);
        try {
            made.join();
        } catch (Refused refused) {
            end(made);
            throw refused;
        }
    }

    public void publish(ClientSocket socket, ClientFrame.SfuPublish frame) {
        of(socket, frame.call()).publish(frame);
    }

    public void want(ClientSocket socket, ClientFrame.SfuWant frame) {
        of(socket, frame.call()).want(frame);
    }

    public void answer(ClientSocket socket, ClientFrame.SfuAnswer frame) {
        of(socket, frame.call()).answer(frame);
    }

    public void state(ClientSocket socket, ClientFrame.SfuState frame) {
        of(socket, frame.call()).state(frame);
    }

    private SfuSession of(ClientSocket socket, MessageId call) {
        SfuSession known = byDevice.get(socket.caller().session());
        if (known == null || !known.isOfNow() || !known.room().call().equals(call)) {
            throw new Refused(Reason.CALL_OVER);
        }
        return known;
    }

    private void requireIn(Caller caller, ConversationId conversation, MessageId call) {
        PartiesOfCall there = devices.parties(ServiceCallers.nobody(), conversation);
        if (!isIn(there, caller, call)) {
            throw new Refused(Reason.CALL_OVER);
        }
    }

    private static boolean isIn(PartiesOfCall there, Caller caller, MessageId call) {
        return there.group()
                && call.equals(there.call())
                && there.parties().contains(new Party(caller.user(), caller.session()));
    }

    private void tell(Caller caller, ServerFrame frame) {
        sockets.of(caller.user()).stream()
                .filter(socket -> socket.caller().session().equals(caller.session()))
                .forEach(socket -> socket.tell(frame));
    }

    private void end(SfuSession session) {
        byDevice.remove(session.caller().session(), session);
        session.close();
    }

    /** The media server is gone, and everything with it: devices come again. */
    private void resetAll() {
        for (SfuSession each : List.copyOf(byDevice.values())) {
            end(each);
            tell(
                    each.caller(),
                    new ServerFrame.SfuReset(
                            each.room().conversation(), each.room().call()));
        }
    }

    private String secretOf(MessageId call) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(call.value().toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    @Override
    public synchronized void start() {
        if (settings.isThere()) {
            super.start();
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        List.copyOf(byDevice.values()).forEach(this::end);
    }

    @Override
    protected void once() {
        endThoseGone();
        if (System.nanoTime() - keptAlive > KEEP_ALIVE_NANOS) {
            keptAlive = System.nanoTime();
            keepAlive();
        }
    }

    private void endThoseGone() {
        Map<ConversationId, PartiesOfCall> asked = new HashMap<>();
        for (SfuSession each : List.copyOf(byDevice.values())) {
            if (ended.isEnded(each.caller().session())) {
                end(each);
                continue;
            }
            try {
                PartiesOfCall there = asked.computeIfAbsent(
                        each.room().conversation(), where -> devices.parties(ServiceCallers.nobody(), where));
                if (!isIn(there, each.caller(), each.room().call())) {
                    end(each);
                    tell(
                            each.caller(),
                            new ServerFrame.SfuReset(
                                    each.room().conversation(), each.room().call()));
                }
            } catch (RuntimeException unavailable) {
                // Calls go on while the command side is away.
                LOG.debug("who is in a call is not known", unavailable);
            }
        }
    }

    private void keepAlive() {
        for (SfuSession each : List.copyOf(byDevice.values())) {
            try {
                each.keepAlive();
            } catch (Refused unavailable) {
                LOG.debug("a place in the media server was not kept");
            }
        }
    }
}
