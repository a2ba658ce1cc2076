package chat.parley.command.conversation.call;

import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The servers by which devices reach each other, with credentials for those in a call. */
@Component
final class IceServers {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /**
     * @param username when it ends and for whom it is, for a relay; else absent
     * @param credential the relay's secret over that
     */
    record IceServer(
            List<String> urls,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String username,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String credential) {}

    private final CallSettings settings;

    IceServers(CallSettings settings) {
        this.settings = settings;
    }

    /** The relay counts what a person uses by a name that tells nothing of them. */
    List<IceServer> of(UserId person, Instant now) {
        List<IceServer> servers = new ArrayList<>();
        if (!settings.stun().isEmpty()) {
            servers.add(new IceServer(settings.stun(), null, null));
        }
        String secret = settings.turnSecret();
        if (secret != null && !settings.turn().isEmpty()) {
            String username = now.plus(GOOD_FOR).getEpochSecond() + ":" + opaque(person, secret);
            servers.add(new IceServer(
                    settings.turn(), username, Base64.getEncoder().encodeToString(mac(secret, username))));
        }
        return List.copyOf(servers);
    }

    private static String opaque(UserId person, String secret) {
        return HexFormat.of().formatHex(mac(secret, "person " + person), 0, 8);
    }

    /** As relays expect it: HMAC with SHA-1 (RFC draft "REST API for access to TURN services"). */
    private static byte[] mac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
