package chat.parley.command.account.profile;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {

    private final IdempotentCommands commands;
    private final Profiles profiles;

    ProfileController(IdempotentCommands commands, Profiles profiles) {
        this.commands = commands;
        this.profiles = profiles;
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/profile")
    @Operation(
            operationId = "changeProfile",
            summary = "Change what others see of oneself",
            description =
                    "Everyone who shares a conversation with oneself is told. A username that one gives up is never"
                            + " given to others; one can take it back.")
    @RefusedWith({
        Reason.USERNAME_TAKEN,
        Reason.USERNAME_INVALID,
        Reason.DISPLAY_NAME_INVALID,
        Reason.ABOUT_INVALID,
        Reason.ACCOUNT_ERASED
    })
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewProfile profile) {
        CommandKey command = key.of(caller, profile);
        return commands.once(
                command,
                AccountChanged.class,
                () -> new AccountChanged(profiles.change(caller, profile.details(), command.commandId())));
    }
}
