package chat.parley.gateway.socket;

import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.Transport;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** Writes to a WebSocket of the servlet container, which limits the time one write may take. */
record SpringTransport(WebSocketSession session) implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(SpringTransport.class);

    @Override
    public void send(String frame) throws IOException {
        try {
            session.sendMessage(new TextMessage(frame));
        } catch (IllegalStateException e) {
            throw new IOException("the socket was closed meanwhile", e);
        }
    }

    @Override
    public void close(CloseCode code) {
        try {
            session.close(new CloseStatus(code.code(), code.title()));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a socket was gone before it could be closed: {}", e.toString());
        }
    }
}
