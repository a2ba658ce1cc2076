package chat.parley.command.client;

import chat.parley.access.SecretUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's configured secret.
 *
 * @param operator 32 characters or more
 */
@ConfigurationProperties("parley.secret")
record OperatorSecret(@Nullable String operator) {

    private static final int SHORTEST = 32;

    OperatorSecret {
        if (operator == null || operator.isBlank()) {
            throw new SecretUnusable("parley.secret.operator is not set.");
        }
        if (operator.length() < SHORTEST) {
            throw new SecretUnusable("parley.secret.operator is shorter than " + SHORTEST + " characters.");
        }
    }

    MachineClientSecret secret() {
        return new MachineClientSecret(String.valueOf(operator));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "OperatorSecret[hidden]";
    }
}
