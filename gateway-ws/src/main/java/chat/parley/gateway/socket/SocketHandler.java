package chat.parley.gateway.socket;

import chat.parley.access.Caller;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.gateway.outbound.OutboundMeter;
import chat.parley.views.presence.SocketId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Receives upgraded connections, their frames and their ends from the servlet container. */
@Component
public class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable {

    /** The subprotocol this speaks. */
    public static final String PROTOCOL = "parley.v1";

    /** The attribute of a handshake that holds the {@link Caller} the socket is for. */
    public static final String CALLER = "parley.caller";

    /** The attribute of a handshake that holds the connection's {@link FrameLimit}. */
    public static final String FRAME_LIMIT = "parley.frame-limit";

    private static final String INBOUND = "parley.inbound";
    private static final String SEND_TIMEOUT_PROPERTY = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    /** How long a write to a client that is too slow stays open: if it reads again meanwhile, it learns why it is closed. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

    private final FrameHandler handler;
    private final OutboundMeter outboundMeter;
    private final FrameMemory memory;
    private final Counter received;
    private final Long sendTimeoutMs;

    SocketHandler(
            FrameHandler handler,
            OutboundMeter outboundMeter,
            FrameMemory memory,
            SocketSettings settings,
            MeterRegistry meters) {
        this.handler = handler;
        this.outboundMeter = outboundMeter;
        this.memory = memory;
        this.sendTimeoutMs = settings.slowAfter().plus(TOLD_WITHIN).toMillis();
        this.received = meters.counter("parley.gateway.frames", "direction", "in");
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    /** The container's buffers hold only a part of a large message, see {@link SocketBuffers}. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session container = ((StandardWebSocketSession) session).getNativeSession();
        container.getUserProperties().put(SEND_TIMEOUT_PROPERTY, sendTimeoutMs);
        Caller caller = (Caller) Objects.requireNonNull(session.getAttributes().get(CALLER));
        Outbound outbound =
                new Outbound(new SessionTransport(container), Outbound.Limits.DEFAULT, outboundMeter, memory);
        ClientSocket socket = new ClientSocket(new SocketId(UUID.randomUUID()), caller, outbound);
        FrameLimit limit =
                (FrameLimit) Objects.requireNonNull(session.getAttributes().get(FRAME_LIMIT));
        limit.whenExceeded(() -> socket.close(CloseCode.TOO_LARGE));
        session.getAttributes().put(INBOUND, Inbound.start(socket, handler, received));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws InterruptedException {
        inbound(session).take(message.getPayload(), message.isLast());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        inbound(session).close();
    }

    private static Inbound inbound(WebSocketSession session) {
        return (Inbound) Objects.requireNonNull(session.getAttributes().get(INBOUND));
    }
}
