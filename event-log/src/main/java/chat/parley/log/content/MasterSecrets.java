package chat.parley.log.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configured master keys, each base64url of 32 bytes or more.
 *
 * @param master wraps new data keys
 * @param masterPrevious older keys whose data keys can still be unwrapped while they are rewrapped
 */
@ConfigurationProperties("parley.secret")
public record MasterSecrets(
        @Nullable String master, @DefaultValue List<String> masterPrevious) {

    public MasterSecrets {
        master = master == null || master.isBlank() ? null : master;
        masterPrevious = List.copyOf(masterPrevious);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "MasterSecrets[hidden]";
    }
}
