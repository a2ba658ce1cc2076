package chat.parley.command.client.manage;

import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.command.client.MachineClient;
import chat.parley.command.client.MachineClients;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A created client.
 *
 * @param secret null in the answer to a repetition: it is told once
 */
record MadeClient(
        MachineClientId client,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable String secret) {

    static MadeClient of(MachineClients.Made made) {
        MachineClient client = made.client();
        return new MadeClient(
                client.id(),
                client.name(),
                client.scopes(),
                client.createdAt(),
                made.secret() == null ? null : made.secret().value());
    }

    MadeClient withoutSecret() {
        return new MadeClient(client, name, scopes, createdAt, null);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "MadeClient[" + client + "]";
    }
}
