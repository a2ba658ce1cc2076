package chat.parley.command.client.manage;

import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.command.client.MachineClient;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client in the list.
 *
 * @param revokedAt null while it can get tokens
 */
record ClientItem(
        MachineClientId client,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    static ClientItem of(MachineClient client) {
        return new ClientItem(client.id(), client.name(), client.scopes(), client.createdAt(), client.revokedAt());
    }
}
