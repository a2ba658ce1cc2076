package chat.parley.command.deployment;

import chat.parley.access.SecretUnusable;
import java.security.MessageDigest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores a digest of the key that the data was written with. With another key, every pair would get a second conversation.
 */
final class DeploymentKeyCheck {

    private static final String CHECKED = "parley.deployment:check";

    private final JdbcClient jdbc;

    DeploymentKeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws SecretUnusable the data was written with another key */
    void require(DeploymentKey key) {
        byte[] digest = key.digest(CHECKED);
        jdbc.sql("INSERT INTO accounts.deployment_key (digest) VALUES (?) ON CONFLICT DO NOTHING")
                .param(digest)
                .update();
        byte[] kept = jdbc.sql("SELECT digest FROM accounts.deployment_key")
                .query((row, _) -> row.getBytes("digest"))
                .single();
        if (!MessageDigest.isEqual(kept, digest)) {
            throw new SecretUnusable("parley.secret.deployment is not the one the data was written with.");
        }
    }
}
