package chat.parley.command.client.manage;

import chat.parley.access.ClientCaller;
import chat.parley.access.ClientId;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.client.Clients;
import chat.parley.command.client.MachineClient;
import chat.parley.command.http.Required;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClientsController {

    private static final int LONGEST_NAME = 100;

    record NewClient(@Required String name, @Required Set<Scope> scopes) {

        List<FieldProblem> problems() {
            List<FieldProblem> problems = new ArrayList<>();
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                problems.add(new FieldProblem("name", Reason.MALFORMED, "A name is 1 to 100 characters."));
            }
            if (scopes.isEmpty() || scopes.stream().anyMatch(Objects::isNull)) {
                problems.add(new FieldProblem("scopes", Reason.MALFORMED, "A client has at least one scope."));
            }
            return problems;
        }
    }

    record CreatedClient(ClientId client, String name, Set<Scope> scopes, Instant createdAt, String secret) {

        /** Holds a secret, which does not belong in a log. */
        @Override
        public String toString() {
            return "CreatedClient[" + client + "]";
        }
    }

    record ClientItem(
            ClientId client,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            @Nullable Instant revokedAt) {

        static ClientItem of(MachineClient client) {
            return new ClientItem(client.id(), client.name(), client.scopes(), client.createdAt(), client.revokedAt());
        }
    }

    /** Never continued: an organization has few clients. */
    record ClientPage(List<ClientItem> items, @Nullable String next) {}

    private final Clients clients;

    ClientsController(Clients clients) {
        this.clients = clients;
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createClient", summary = "Make a client", description = "Its secret is told now and never again.")
    CreatedClient make(@Scoped(Scope.OPERATOR) @SuppressWarnings("unused") ClientCaller operator, @RequestBody NewClient request) {
        List<FieldProblem> problems = request.problems();
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
        Clients.Made made = clients.make(request.name().strip(), request.scopes());
        MachineClient client = made.client();
        return new CreatedClient(
                client.id(),
                client.name(),
                client.scopes(),
                client.createdAt(),
                made.secret().value());
    }

    @GetMapping("/api/clients")
    @Operation(operationId = "listClients", summary = "The clients, revoked ones too, oldest first")
    ClientPage list(@Scoped(Scope.OPERATOR) @SuppressWarnings("unused") ClientCaller operator) {
        return new ClientPage(clients.all().stream().map(ClientItem::of).toList(), null);
    }

    @DeleteMapping("/api/clients/{client}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeClient", summary = "Revoke a client", description = "Tokens it has expire within five minutes.")
    @RefusedWith(Reason.CLIENT_UNKNOWN)
    void revoke(
            @Scoped(Scope.OPERATOR) @SuppressWarnings("unused") ClientCaller operator, @PathVariable ClientId client) {
        if (!clients.revoke(client)) {
            throw new Refused(Reason.CLIENT_UNKNOWN);
        }
    }
}
