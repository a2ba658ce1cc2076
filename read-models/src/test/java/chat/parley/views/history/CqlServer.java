package chat.parley.views.history;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Speaks as much of Cassandra's protocol, in version 4, as it takes to ask for a user and a password and to refuse them. */
final class CqlServer implements AutoCloseable {

    private static final int VERSION = 4;
    private static final int ERROR = 0x00;
    private static final int STARTUP = 0x01;
    private static final int AUTHENTICATE = 0x03;
    private static final int OPTIONS = 0x05;
    private static final int SUPPORTED = 0x06;
    private static final int AUTH_RESPONSE = 0x0F;
    private static final int PROTOCOL_ERROR = 0x000A;
    private static final int BAD_CREDENTIALS = 0x0100;

    private final ServerSocket server = new ServerSocket(0);
    private final CompletableFuture<String> credentials = new CompletableFuture<>();

    CqlServer() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** As they come: each after a zero. */
    CompletableFuture<String> credentials() {
        return credentials;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException _) {
                // The client went away, as it does to try another version, or this was closed.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        DataInputStream requests = new DataInputStream(client.getInputStream());
        DataOutputStream responses = new DataOutputStream(client.getOutputStream());
        while (true) {
            int version = requests.readUnsignedByte();
            requests.readUnsignedByte();
            short stream = requests.readShort();
            int operation = requests.readUnsignedByte();
            byte[] body = requests.readNBytes(requests.readInt());
            if (version != VERSION) {
                respond(responses, stream, ERROR, error(PROTOCOL_ERROR, "Invalid or unsupported protocol version"));
                continue;
            }
            switch (operation) {
                case OPTIONS -> respond(responses, stream, SUPPORTED, new byte[2]);
                case STARTUP ->
                    respond(responses, stream, AUTHENTICATE, string("org.apache.cassandra.auth.PasswordAuthenticator"));
                case AUTH_RESPONSE -> {
                    credentials.complete(new String(body, 4, body.length - 4, StandardCharsets.UTF_8));
                    respond(responses, stream, ERROR, error(BAD_CREDENTIALS, "nobody is let in here"));
                }
                default -> throw new IOException("did not expect operation " + operation);
            }
        }
    }

    private static void respond(DataOutputStream responses, short stream, int operation, byte[] body)
            throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + body.length);
        frame.put((byte) (0x80 | VERSION)).put((byte) 0).putShort(stream).put((byte) operation);
        frame.putInt(body.length).put(body);
        responses.write(frame.array());
    }

    private static byte[] error(int code, String message) {
        byte[] text = string(message);
        return ByteBuffer.allocate(4 + text.length).putInt(code).put(text).array();
    }

    private static byte[] string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
