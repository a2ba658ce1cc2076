package chat.parley.log.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Master keys given as secrets, each base64url of 32 bytes or more.
 *
 * @param master what new data keys are wrapped with
 * @param masterPrevious others whose data keys can still be unwrapped, while they move to the current one
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
