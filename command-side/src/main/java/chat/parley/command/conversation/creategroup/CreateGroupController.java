package chat.parley.command.conversation.creategroup;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreateGroupController {

    private final IdempotentCommands commands;
    private final GroupCreator groups;

    CreateGroupController(IdempotentCommands commands, GroupCreator groups) {
        this.commands = commands;
        this.groups = groups;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PostMapping("/api/conversations/groups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createGroup",
            summary = "Create a group",
            description =
                    "The caller becomes its owner; the others become its members at once, or are invited where they are not added by just anybody.")
    @RefusedWith({
        Reason.GROUP_NAME_INVALID,
        Reason.GROUP_TOO_LARGE,
        Reason.USER_UNKNOWN,
        Reason.UNBLOCK_FIRST,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    GroupMade create(Caller caller, IdempotencyKey key, @RequestBody NewGroup request) {
        CommandKey command = key.of(caller, request);
        ConversationId group = new ConversationId(command.newId("group"));
        return commands.once(
                command,
                GroupMade.class,
                () -> groups.create(caller, group, request.name(), request.members(), command.commandId()));
    }
}
