package chat.parley.command.deployment;

import chat.parley.access.SecretUnusable;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The configured key of the deployment. It must not change as long as the data exists.
 *
 * @param deployment base64url, 32 bytes or more
 */
@ConfigurationProperties("parley.secret")
record DeploymentSecret(@Nullable String deployment) {

    private static final int FEWEST_BYTES = 32;

    DeploymentKey key() {
        if (deployment == null || deployment.isBlank()) {
            throw new SecretUnusable("parley.secret.deployment is not set.");
        }
        return new DeploymentKey(decoded(deployment));
    }

    private static byte[] decoded(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(secret);
        } catch (IllegalArgumentException _) {
            throw new SecretUnusable("parley.secret.deployment is not base64url.");
        }
        if (bytes.length < FEWEST_BYTES) {
            throw new SecretUnusable("parley.secret.deployment is shorter than " + FEWEST_BYTES + " bytes.");
        }
        return bytes;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "DeploymentSecret[hidden]";
    }
}
