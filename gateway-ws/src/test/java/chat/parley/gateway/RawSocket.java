package chat.parley.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket byte by byte, for what no client library sends. */
final class RawSocket implements AutoCloseable {

    private static final int FINAL = 0x80;
    private static final int TEXT = FINAL | 1;
    private static final int CONTINUED = 0x00;
    private static final int CLOSE = 0x88;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;
    private static final int MASKED = 0x80;
    private static final int MAX_HEADER = 14;
    private static final int PATIENCE_MS = 5_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String head;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.head = readHead();
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
                Sec-WebSocket-Extensions: permessage-deflate\r
                Sec-WebSocket-Protocol: parley.v1, ticket.%s\r
                Origin: %s\r
                \r
                """.formatted(node.address(), ticket, GatewayNode.ORIGIN).getBytes(StandardCharsets.UTF_8));
        return new RawSocket(socket);
    }

    /** What the server answered the handshake with. */
    String head() {
        return head;
    }

    /** The whole of a message, or its first fragment. */
    void text(byte[] payload, boolean last) throws IOException {
        frame(last ? TEXT : TEXT & ~FINAL, payload);
    }

    void continuation(byte[] payload, boolean last) throws IOException {
        frame(last ? CONTINUED | FINAL : CONTINUED, payload);
    }

    /** With a mask of zeros, which leaves the payload as it is. */
    private void frame(int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(MAX_HEADER + payload.length).put((byte) kind);
        frame.put((byte) (MASKED | EIGHT_BYTES_OF_LENGTH))
                .putLong(payload.length)
                .putInt(0);
        socket.getOutputStream().write(frame.put(payload).array());
    }

    /** Reads up to a message of this type; each comes in one frame. */
    String await(String type) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte();
            String text = new String(in.readNBytes(length()), StandardCharsets.UTF_8);
            if (kind != TEXT) {
                throw new IOException("no text: " + kind);
            }
            if (text.contains("\"type\":\"" + type + '"')) {
                return text;
            }
        }
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

    private String readHead() throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            read.append((char) in.readUnsignedByte());
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
