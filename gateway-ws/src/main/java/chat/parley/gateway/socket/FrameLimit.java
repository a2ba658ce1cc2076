package chat.parley.gateway.socket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.websocket.WsFrameBase;
import org.apache.tomcat.websocket.server.WsFrameServer;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHttpHeaders;

/**
 * How large the frames of one connection may be. Tomcat takes in as much as it has room for before it looks at that, so a header that
 * claims more than will ever come would wait for ever; it has no hook for this, hence the look into its fields. Compression is not
 * negotiated: a compressor and a decompressor cost some 300 KiB of native memory a connection.
 */
public final class FrameLimit {

    static final int MAX_FRAME_BYTES = 64 * 1024;

    private static final VarHandle FRAME = field(WsHttpUpgradeHandler.class, "wsFrame", WsFrameServer.class);
    private static final VarHandle CLAIMED = field(WsFrameBase.class, "payloadLength", long.class);

    private volatile @Nullable Runnable exceeded;

    /** The request to upgrade, with which the limit applies to the connection. */
    public HttpServletRequest of(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
                Handler handler = super.upgrade(Handler.class);
                handler.limit = FrameLimit.this;
                return type.cast(handler);
            }

            // Without the extensions a client offers, none is negotiated.
            @Override
            public Enumeration<String> getHeaders(String name) {
                return WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS.equalsIgnoreCase(name)
                        ? Collections.emptyEnumeration()
                        : super.getHeaders(name);
            }

            // Tomcat keeps a copy of all that are named, as long as the connection lasts, for whoever looks at its
            // request.
            @Override
            public Enumeration<String> getHeaderNames() {
                return Collections.emptyEnumeration();
            }
        };
    }

    void whenExceeded(Runnable action) {
        exceeded = action;
    }

    private void check(long claimedBytes) {
        Runnable action = exceeded;
        if (claimedBytes > MAX_FRAME_BYTES && action != null) {
            action.run();
        }
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Tomcat keeps the length of a frame elsewhere", e);
        }
    }

    /** Public because Tomcat instantiates it. */
    public static final class Handler extends WsHttpUpgradeHandler {

        private @Nullable FrameLimit limit;

        @Override
        public SocketState upgradeDispatch(SocketEvent status) {
            SocketState state = super.upgradeDispatch(status);
            FrameLimit applied = limit;
            if (status == SocketEvent.OPEN_READ && applied != null) {
                applied.check((long) CLAIMED.get((WsFrameServer) FRAME.get(this)));
            }
            return state;
        }
    }
}
