package chat.parley.command.conversation.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What helps devices to reach each other that are in different networks.
 *
 * @param stun addresses such as {@code stun:stun.example.org}; by them a device learns its own address
 * @param turn addresses such as {@code turns:turn.example.org}, of relays that take credentials made with a shared secret
 * @param turnSecret the secret that the relays share
 * @param janus the address of the media server, which only gateways use; without one groups have no calls
 */
@ConfigurationProperties("parley.calls")
record CallSettings(
        @DefaultValue List<String> stun,
        @DefaultValue List<String> turn,
        @Nullable String turnSecret,
        @Nullable String janus) {

    CallSettings {
        stun = List.copyOf(stun);
        turn = List.copyOf(turn);
        if (!turn.isEmpty() && (turnSecret == null || turnSecret.isBlank())) {
            throw new IllegalArgumentException("parley.calls.turn is set: set parley.calls.turn-secret too.");
        }
    }

    boolean takesGroups() {
        return janus != null && !janus.isBlank();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "CallSettings[" + stun + ", " + turn + "]";
    }
}
