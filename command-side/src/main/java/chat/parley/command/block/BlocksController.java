package chat.parley.command.block;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/me/blocks/{user}")
class BlocksController {

    /** @param position since when someone is blocked or not; 0 if they never were */
    record BlockChanged(long position) {}

    private final IdempotentCommands commands;
    private final ExistingAccounts people;
    private final Blocking blocking;

    BlocksController(IdempotentCommands commands, ExistingAccounts people, Blocking blocking) {
        this.commands = commands;
        this.people = people;
        this.blocking = blocking;
    }

    @Throttled(Limit.BLOCK_ACCOUNT)
    @PutMapping
    @Operation(
            operationId = "blockPerson",
            summary = "Block someone",
            description =
                    "Nothing they say to oneself is taken from then on, nor are they told that. Blocking them again"
                            + " changes nothing.")
    @RefusedWith({Reason.USER_UNKNOWN, Reason.SELF_BLOCK})
    BlockChanged block(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        CommandKey command = key.of(caller);
        return commands.once(command, BlockChanged.class, () -> {
            people.require(List.of(user));
            return new BlockChanged(blocking.block(caller, user, command.commandId()));
        });
    }

    @Throttled(Limit.BLOCK_ACCOUNT)
    @DeleteMapping
    @Operation(
            operationId = "unblockPerson",
            summary = "Block someone no longer",
            description = "What was refused meanwhile does not come back.")
    BlockChanged unblock(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                BlockChanged.class,
                () -> new BlockChanged(blocking.unblock(caller, user, command.commandId())));
    }
}
