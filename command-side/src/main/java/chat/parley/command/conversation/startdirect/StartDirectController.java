package chat.parley.command.conversation.startdirect;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartDirectController {

    private final IdempotentCommands commands;
    private final DirectConversationStarter conversations;

    StartDirectController(IdempotentCommands commands, DirectConversationStarter conversations) {
        this.commands = commands;
        this.conversations = conversations;
    }

    @PostMapping("/api/conversations/direct")
    @Operation(
            operationId = "startDirect",
            summary = "Start the direct conversation with someone, or find the existing one",
            description = "With oneself it is where one saves messages.")
    @ApiResponse(responseCode = "201", description = "It was started")
    @ApiResponse(responseCode = "200", description = "It existed already")
    @RefusedWith({Reason.USER_UNKNOWN, Reason.NOT_ACCEPTED, Reason.UNBLOCK_FIRST, Reason.ACCOUNT_ERASED, Reason.CONFLICT
    })
    ResponseEntity<DirectConversationFound> start(
            Caller caller, IdempotencyKey key, @RequestBody DirectConversationWith request) {
        CommandKey command = key.of(caller, request);
        Started started = commands.once(
                command, Started.class, () -> conversations.start(caller, request.username(), command.commandId()));
        return ResponseEntity.status(started.now() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new DirectConversationFound(started.conversation(), started.position()));
    }
}
