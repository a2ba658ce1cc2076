package chat.parley.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** As much of TURN (RFC 8656) as it takes to ask whether a relay reaches an address. */
final class TurnClient implements AutoCloseable {

    static final int OK = 0;

    private static final int COOKIE = 0x2112A442;
    private static final int ALLOCATE = 0x0003;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int USERNAME = 0x0006;
    private static final int INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int PEER = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int TRANSPORT = 0x0019;
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final int HEADER = 20;
    private static final int INTEGRITY_BYTES = 24;

    private final DatagramSocket socket = new DatagramSocket();
    private final String username;
    private final String password;
    private byte[] realm = {};
    private byte[] nonce = {};

    TurnClient(Address.Turn relay, String username) throws IOException, GeneralSecurityException {
        this.username = username;
        this.password = Base64.getEncoder()
                .encodeToString(hmac(relay.secret().getBytes(StandardCharsets.UTF_8), bytes(username)));
        socket.setSoTimeout(5_000);
        socket.connect(InetAddress.getByName(relay.uri().getHost()), relay.port());
    }

    /** Asks for an address at the relay, first without credentials, and returns the error's code, or {@link #OK}. */
    int allocate() throws IOException, GeneralSecurityException {
        Map<Integer, byte[]> refused = ask(ALLOCATE, Map.of(TRANSPORT, UDP), false);
        realm = refused.getOrDefault(REALM, realm);
        nonce = refused.getOrDefault(NONCE, nonce);
        return code(ask(ALLOCATE, Map.of(TRANSPORT, UDP), true));
    }

    /** Asks to be let through to an IPv4 address. */
    int permit(String address) throws IOException, GeneralSecurityException {
        int hidden =
                ByteBuffer.wrap(InetAddress.getByName(address).getAddress()).getInt() ^ COOKIE;
        byte[] peer = ByteBuffer.allocate(8)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(hidden)
                .array();
        return code(ask(CREATE_PERMISSION, Map.of(PEER, peer), true));
    }

    private Map<Integer, byte[]> ask(int type, Map<Integer, byte[]> attributes, boolean signed)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> each : attributes.entrySet()) {
            put(body, each.getKey(), each.getValue());
        }
        if (signed) {
            put(body, USERNAME, bytes(username));
            put(body, REALM, realm);
            put(body, NONCE, nonce);
            byte[] key = MessageDigest.getInstance("MD5")
                    .digest(bytes(username + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password));
            put(body, INTEGRITY, hmac(key, message(type, body.toByteArray(), INTEGRITY_BYTES)));
        }
        byte[] request = message(type, body.toByteArray(), 0);
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket answer = new DatagramPacket(new byte[1_500], 1_500);
        socket.receive(answer);
        return attributes(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
    }

    private static byte[] message(int type, byte[] body, int following) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putShort((short) type)
                .putShort((short) (body.length + following))
                .putInt(COOKIE)
                .put(bytes("aTransaction"))
                .put(body)
                .array();
    }

    private static void put(ByteArrayOutputStream body, int type, byte[] value) {
        body.writeBytes(ByteBuffer.allocate(4 + (value.length + 3) / 4 * 4)
                .putShort((short) type)
                .putShort((short) value.length)
                .put(value)
                .array());
    }

    private static Map<Integer, byte[]> attributes(ByteBuffer answer) {
        Map<Integer, byte[]> attributes = new HashMap<>();
        answer.position(HEADER);
        while (answer.remaining() >= 4) {
            int type = answer.getShort();
            byte[] value = new byte[answer.getShort()];
            answer.get(value);
            attributes.put(type, value);
            answer.position(Math.min(answer.limit(), (answer.position() + 3) / 4 * 4));
        }
        return attributes;
    }

    private static int code(Map<Integer, byte[]> answer) {
        byte[] error = answer.get(ERROR_CODE);
        return error == null ? OK : error[2] * 100 + error[3];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return mac.doFinal(text);
    }

    @Override
    public void close() {
        socket.close();
    }
}
