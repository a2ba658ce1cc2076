package chat.parley.log.content;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Encrypt and Decrypt of AWS KMS as they go over the wire: signed JSON, the operation in a header, errors by name. */
public final class FakeKms implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", "access", "aws.secretAccessKey", "secret");

    /** What was asked, to be looked at. */
    record Asked(String operation, String keyId, Map<String, String> context) {}

    private final HttpServer server;
    private final AesGcm cipher = new AesGcm(RANDOM);
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FakeKms(String... keyIds) throws IOException {
        for (String keyId : keyIds) {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            keys.put(keyId, new SecretKeySpec(key, "AES"));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        CREDENTIALS.forEach(System::setProperty);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String keyId = request.path("KeyId").asString();
        Map<String, String> context = new TreeMap<>();
        request.path("EncryptionContext")
                .properties()
                .forEach(e -> context.put(e.getKey(), e.getValue().asString()));
        asked.add(new Asked(target, keyId, context));
        SecretKey key = keys.get(keyId);
        if (!exchange.getRequestHeaders().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=")) {
            respond(exchange, 400, Map.of("__type", "MissingAuthenticationTokenException"));
        } else if (key == null) {
            respond(exchange, 400, Map.of("__type", "NotFoundException", "message", "no key " + keyId));
        } else if (target.equals("TrentService.Encrypt")) {
            byte[] sealed = cipher.seal(key, bytes(request, "Plaintext"), identity(context));
            respond(exchange, 200, Map.of("KeyId", keyId, "CiphertextBlob", sealed));
        } else {
            decrypt(exchange, key, request, context);
        }
    }

    private void decrypt(HttpExchange exchange, SecretKey key, JsonNode request, Map<String, String> context)
            throws IOException {
        try {
            byte[] plain = cipher.open(key, bytes(request, "CiphertextBlob"), identity(context));
            respond(exchange, 200, Map.of("KeyId", request.path("KeyId").asString(), "Plaintext", plain));
        } catch (SealBroken _) {
            respond(exchange, 400, Map.of("__type", "InvalidCiphertextException"));
        }
    }

    private static byte[] bytes(JsonNode request, String field) {
        return Base64.getDecoder().decode(request.path(field).asString());
    }

    private static byte[] identity(Map<String, String> context) {
        return new ArrayList<>(context.entrySet()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
        server.stop(0);
    }
}
