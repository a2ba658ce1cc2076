package chat.parley.command.account.contact;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ContactDetails;
import chat.parley.log.CommandId;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ContactController {

    private final IdempotentCommands commands;
    private final AccountDecisions decisions;
    private final CommandDispatch dispatch;

    ContactController(IdempotentCommands commands, AccountDecisions decisions, CommandDispatch dispatch) {
        this.commands = commands;
        this.decisions = decisions;
        this.dispatch = dispatch;
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/contact")
    @Operation(
            operationId = "changeContact",
            summary = "Change one's e-mail address and phone number",
            description = "Nobody else is told, and nobody is found by them.")
    @RefusedWith({Reason.EMAIL_INVALID, Reason.PHONE_INVALID, Reason.ACCOUNT_ERASED})
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewContact contact) {
        CommandKey command = key.of(caller, contact);
        return commands.once(
                command,
                AccountChanged.class,
                () -> new AccountChanged(change(caller, contact.details(), command.commandId())));
    }

    private long change(Caller caller, ContactDetails contact, CommandId id) {
        List<FieldProblem> problems = DetailRules.problems(contact).toList();
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
        return decisions.decide(
                caller.user(), id, () -> dispatch.send(new ChangeContact(caller.user(), contact), caller, id));
    }
}
