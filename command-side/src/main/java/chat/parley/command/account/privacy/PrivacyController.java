package chat.parley.command.account.privacy;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.contracts.Required;
import chat.parley.events.Findable;
import chat.parley.log.CommandId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PrivacyController {

    /** @param findable by what strangers find oneself */
    record NewPrivacy(@Required Findable findable) {}

    private final IdempotentCommands commands;
    private final AccountDecisions decisions;
    private final CommandDispatch dispatch;

    PrivacyController(IdempotentCommands commands, AccountDecisions decisions, CommandDispatch dispatch) {
        this.commands = commands;
        this.decisions = decisions;
        this.dispatch = dispatch;
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/privacy")
    @Operation(
            operationId = "changePrivacy",
            summary = "Change by what strangers find oneself",
            description = "Those who share a conversation with oneself find one as before.")
    @RefusedWith(Reason.ACCOUNT_ERASED)
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewPrivacy privacy) {
        CommandKey command = key.of(caller, privacy);
        return commands.once(
                command,
                AccountChanged.class,
                () -> new AccountChanged(change(caller, privacy.findable(), command.commandId())));
    }

    private long change(Caller caller, Findable findable, CommandId id) {
        return decisions.decide(
                caller.user(), id, () -> dispatch.send(new ChangePrivacy(caller.user(), findable), caller, id));
    }
}
