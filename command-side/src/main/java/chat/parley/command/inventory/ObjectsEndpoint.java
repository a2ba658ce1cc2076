package chat.parley.command.inventory;

import chat.parley.command.inventory.Reconciliation.Compared;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * Whether the object store holds what it should, for operators: {@code GET /actuator/objects} lists all of it and answers when it is done.
 */
@Component
@Endpoint(id = "objects")
final class ObjectsEndpoint {

    private final Reconciliation reconciliation;

    ObjectsEndpoint(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** @param limit how much of what differs is named */
    @ReadOperation
    public Compared compare(@Nullable Integer limit) {
        return reconciliation.compare(Named.most(limit));
    }
}
