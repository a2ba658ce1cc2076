package chat.parley.gateway.sfu;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The media server of calls in groups.
 *
 * @param janus where its WebSocket API answers, such as {@code ws://janus:8188}; without one groups have no calls
 * @param janusSecret its {@code api_secret}, and the {@code admin_key} of its rooms
 */
@ConfigurationProperties("parley.calls")
public record SfuSettings(@Nullable String janus, @Nullable String janusSecret) {

    public SfuSettings {
        if (janus != null && !janus.isBlank() && (janusSecret == null || janusSecret.isBlank())) {
            throw new IllegalArgumentException("parley.calls.janus is set: set parley.calls.janus-secret too.");
        }
    }

    boolean isThere() {
        return janus != null && !janus.isBlank();
    }

    String secret() {
        return janusSecret == null ? "" : janusSecret;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SfuSettings[" + janus + "]";
    }
}
