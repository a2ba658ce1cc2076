package chat.parley.command.account.privacy;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.contracts.Required;
import chat.parley.events.Allowed;
import chat.parley.events.Findable;
import chat.parley.events.Visibility;
import chat.parley.log.CommandId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PrivacyController {

    /**
     * @param findable by what strangers find oneself
     * @param writes who may write to oneself, in conversations that there are too; absent to leave it as it is
     * @param adds who may add oneself to groups; absent to leave it as it is
     * @param visibility whom one shows what; absent to leave it as it is
     */
    record NewPrivacy(
            @Required Findable findable,
            @Nullable Allowed writes,
            @Nullable Allowed adds,
            @Nullable NewVisibility visibility) {}

    /** Whom one shows what: all of it is said, so that nothing is shown to anybody by being left out. */
    record NewVisibility(
            @Required Allowed online,
            @Required Allowed lastSeen,
            @Required Allowed receipts,
            @Required Allowed avatar,
            @Required Allowed about) {

        Visibility chosen() {
            return new Visibility(online, lastSeen, receipts, avatar, about);
        }
    }

    private final IdempotentCommands commands;
    private final AccountDecisions decisions;
    private final CommandDispatch dispatch;
    private final BlockedConversations conversations;

    PrivacyController(
            IdempotentCommands commands,
            AccountDecisions decisions,
            CommandDispatch dispatch,
            BlockedConversations conversations) {
        this.commands = commands;
        this.conversations = conversations;
        this.decisions = decisions;
        this.dispatch = dispatch;
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/privacy")
    @Operation(
            operationId = "changePrivacy",
            summary = "Change what others may",
            description =
                    "Friends and those who share a conversation with oneself find one as before. Whoever may not write or"
                            + " add is told not_accepted, as when they are blocked. Who lets nobody write lets nobody add them either, and is shown"
                            + " to nobody as online.")
    @RefusedWith(Reason.ACCOUNT_ERASED)
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewPrivacy privacy) {
        CommandKey command = key.of(caller, privacy);
        return commands.once(
                command, AccountChanged.class, () -> new AccountChanged(change(caller, privacy, command.commandId())));
    }

    private long change(Caller caller, NewPrivacy privacy, CommandId id) {
        NewVisibility visibility = privacy.visibility();
        ChangePrivacy command = new ChangePrivacy(
                caller.user(),
                privacy.findable(),
                privacy.writes(),
                privacy.adds(),
                visibility == null ? null : visibility.chosen());
        long position = decisions.decide(caller.user(), id, () -> dispatch.send(command, caller, id));
        conversations.privacyChanged();
        return position;
    }
}
