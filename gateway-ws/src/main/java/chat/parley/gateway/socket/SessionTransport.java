package chat.parley.gateway.socket;

import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.Transport;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;

/** Writes to a WebSocket of the servlet container, which limits the time one write may take. */
record SessionTransport(Session session) implements Transport {

    /** Frames are collected in the container's buffer only here: the pongs it sends by itself must not wait in it. */
    @Override
    public void send(List<String> frames) throws IOException {
        try {
            RemoteEndpoint.Basic remote = session.getBasicRemote();
            remote.setBatchingAllowed(frames.size() > 1);
            for (String frame : frames) {
                remote.sendText(frame);
            }
            remote.setBatchingAllowed(false);
        } catch (IllegalStateException e) {
            throw new IOException("the socket was closed meanwhile", e);
        }
    }

    @Override
    public void close(CloseCode code) throws IOException {
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(code.code()), code.title()));
        } catch (IllegalStateException e) {
            throw new IOException("the socket was closed meanwhile", e);
        }
    }
}
