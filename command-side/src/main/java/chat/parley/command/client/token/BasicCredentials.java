package chat.parley.command.client.token;

import chat.parley.access.MachineClientId;
import chat.parley.command.client.MachineClientSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's id and secret from an Authorization header (RFC 7617). */
record BasicCredentials(MachineClientId client, MachineClientSecret secret) {

    private static final String SCHEME = "Basic ";
    private static final String OPERATOR = "operator";

    static Optional<BasicCredentials> of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()));
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            MachineClientId client =
                    parts[0].equals(OPERATOR) ? MachineClientId.OPERATOR : MachineClientId.of(parts[0]);
            return Optional.of(new BasicCredentials(client, new MachineClientSecret(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
