package chat.parley.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket byte by byte, for what no client library sends. */
final class RawSocket implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int PATIENCE_MS = 5_000;

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static RawSocket open(GatewayNode node, String ticket) throws IOException {
        String[] address = node.address().split(":", 2);
        Socket socket = new Socket(address[0], Integer.parseInt(address[1]));
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream()
                .write("""
                GET /api/socket HTTP/1.1\r
                Host: %s\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Protocol: parley.v1, ticket.%s\r
                Origin: %s\r
                \r
                """.formatted(node.address(), ticket, GatewayNode.ORIGIN).getBytes(StandardCharsets.UTF_8));
        RawSocket raw = new RawSocket(socket);
        raw.skipHead();
        return raw;
    }

    void write(int... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int each : bytes) {
            out.write(each);
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    /** Reads past texts up to the close. */
    int awaitCloseCode() throws IOException {
        int kind = in.readUnsignedByte();
        while (kind == TEXT) {
            in.skipNBytes(length());
            kind = in.readUnsignedByte();
        }
        if (kind != CLOSE) {
            throw new IOException("neither a text nor a close: " + kind);
        }
        length();
        return in.readUnsignedShort();
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return length == TWO_BYTES_OF_LENGTH ? in.readUnsignedShort() : length;
    }

    private void skipHead() throws IOException {
        int last = 0;
        int newLines = 0;
        while (newLines < 2) {
            int next = in.readUnsignedByte();
            if (next == '\n') {
                newLines++;
            } else if (next != '\r') {
                newLines = 0;
            }
            last = next;
        }
        if (last != '\n') {
            throw new IOException("no end of the head");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
