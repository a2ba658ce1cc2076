package chat.parley.command.client.manage;

import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.client.MachineClients;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
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

    private final IdempotentCommands commands;
    private final MachineClients clients;
    private final SecurityEvents security;

    ClientsController(IdempotentCommands commands, MachineClients clients, SecurityEvents security) {
        this.commands = commands;
        this.clients = clients;
        this.security = security;
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createClient",
            summary = "Create a client",
            description = "The answer holds the secret, once: the answer to a repetition has null in its place.")
    MadeClient make(
            @Scoped(Scope.OPERATOR) MachineClientCaller operator, IdempotencyKey key, @RequestBody NewClient request) {
        List<FieldProblem> problems = request.problems();
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
        CommandKey command = key.of(operator, request.inOrder());
        MachineClientId id = new MachineClientId(command.newId("client"));
        return commands.once(
                command, MadeClient.class, () -> MadeClient.of(made(id, request)), MadeClient::withoutSecret);
    }

    private MachineClients.Made made(MachineClientId id, NewClient request) {
        MachineClients.Made made = clients.make(id, request.name().strip(), request.scopes());
        if (made.secret() != null) {
            security.record(new SecurityEvent.ClientCreated(id, request.scopes()));
        }
        return made;
    }

    @GetMapping("/api/clients")
    @Operation(operationId = "listClients", summary = "The clients, revoked ones too, oldest first")
    ClientPage list(@Scoped(Scope.OPERATOR) @SuppressWarnings("unused") MachineClientCaller operator) {
        return new ClientPage(clients.all().stream().map(ClientItem::of).toList(), null);
    }

    @DeleteMapping("/api/clients/{client}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeClient",
            summary = "Revoke a client",
            description = "Every service refuses its tokens within a second, and replays that are running are cut off.")
    @RefusedWith(Reason.CLIENT_UNKNOWN)
    void revoke(
            @Scoped(Scope.OPERATOR) MachineClientCaller operator,
            IdempotencyKey key,
            @PathVariable MachineClientId client) {
        commands.once(key.of(operator), () -> {
            if (!clients.revoke(client)) {
                throw new Refused(Reason.CLIENT_UNKNOWN);
            }
            security.record(new SecurityEvent.ClientRevoked(client));
        });
    }
}
