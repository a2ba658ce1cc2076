package chat.parley.load.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Opens a connection and upgrades it, as RFC 6455 section 4 says. */
final class Handshake {

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final int MAX_ANSWER_BYTES = 8 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A connection after its upgrade, and what the server had said by then. */
    record Opened(SocketChannel channel, ByteBuffer early) {}

    private Handshake() {}

    static Opened open(URI address, List<String> subprotocols) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            byte[] random = new byte[KEY_BYTES];
            RANDOM.nextBytes(random);
            String key = Base64.getEncoder().encodeToString(random);
            channel.write(ByteBuffer.wrap(request(address, subprotocols, key).getBytes(StandardCharsets.US_ASCII)));
            return new Opened(channel, answered(channel, key));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String request(URI address, List<String> subprotocols, String key) {
        return String.join(
                "\r\n",
                "GET " + address.getRawPath() + " HTTP/1.1",
                "Host: " + address.getAuthority(),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: " + key,
                "Sec-WebSocket-Protocol: " + String.join(", ", subprotocols),
                "",
                "");
    }

    /** @return what was read behind the answer's head */
    private static ByteBuffer answered(SocketChannel channel, String key) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_ANSWER_BYTES);
        int end = -1;
        while (end < 0) {
            if (channel.read(buffer) < 0 || !buffer.hasRemaining()) {
                throw new IOException("the server did not answer the handshake");
            }
            end = text(buffer).indexOf("\r\n\r\n");
        }
        String head = text(buffer).substring(0, end);
        if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(accept(key))) {
            throw new IOException("the handshake was refused: "
                    + text(buffer).lines().findFirst().orElse(""));
        }
        if (head.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions")) {
            throw new IOException("the server chose an extension it was not offered");
        }
        return buffer.flip().position(end + 4).slice();
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
