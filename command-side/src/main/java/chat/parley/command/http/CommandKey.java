package chat.parley.command.http;

import chat.parley.log.CommandId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Identifies one command of one account for ever.
 *
 * @param owner the person or machine client that sends it
 * @param value the idempotency key that the owner's client chose
 * @param request hexadecimal SHA-256 of the request: another request with the same key is recognized
 */
public record CommandKey(UUID owner, String value, String request) {

    static CommandKey of(UUID owner, IdempotencyKey key, @Nullable Object body) {
        String asked =
                key.request() + "\n" + (body == null ? "" : JsonMapper.shared().writeValueAsString(body));
        return new CommandKey(owner, key.value(), HexFormat.of().formatHex(sha256(asked)));
    }

    /** The command id in the log. No message's command id has this form. */
    public CommandId commandId() {
        return new CommandId(owner + "/key:" + value);
    }

    /**
     * The id of the thing that the command creates. A name-based UUID (version 5, RFC 9562): a repetition gets the same, and
     * it never equals the id of a direct conversation, which has version 8.
     *
     * @param kind of thing, such as {@code client}
     */
    public UUID newId(String kind) {
        return UuidCreator.getNameBasedSha1(owner, kind + ":" + value);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
