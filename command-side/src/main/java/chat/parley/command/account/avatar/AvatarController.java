package chat.parley.command.account.avatar;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.upload.Purpose;
import chat.parley.command.upload.UploadWorker;
import chat.parley.command.upload.Uploads;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AvatarController {

    /**
     * The picture others are to see of oneself.
     *
     * @param upload that is ready; null to show none
     */
    record NewAvatar(@Nullable UploadId upload) {}

    private final IdempotentCommands commands;
    private final AccountDecisions decisions;
    private final CommandDispatch dispatch;
    private final Uploads uploads;
    private final UploadWorker worker;

    AvatarController(
            IdempotentCommands commands,
            AccountDecisions decisions,
            CommandDispatch dispatch,
            Uploads uploads,
            UploadWorker worker) {
        this.commands = commands;
        this.decisions = decisions;
        this.dispatch = dispatch;
        this.uploads = uploads;
        this.worker = worker;
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/avatar")
    @Operation(
            operationId = "changeAvatar",
            summary = "Choose or remove one's picture",
            description = "Friends and everyone who shares a conversation with oneself are told.")
    @RefusedWith({Reason.UPLOAD_NOT_READY, Reason.UPLOAD_UNKNOWN, Reason.ACCOUNT_ERASED})
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewAvatar avatar) {
        CommandKey command = key.of(caller, avatar);
        AccountChanged changed = commands.once(
                command,
                AccountChanged.class,
                () -> new AccountChanged(decisions.decide(
                        caller.user(), command.commandId(), () -> record(caller, avatar.upload(), command))));
        worker.delete();
        return changed;
    }

    /** The upload is used in the transaction of the event. */
    private List<StoredEvent> record(Caller caller, @Nullable UploadId upload, CommandKey command) {
        UserId account = caller.user();
        if (upload != null) {
            uploads.attach(account, upload, account.value(), Purpose.AVATAR);
        }
        uploads.replace(account.value(), Purpose.AVATAR, upload);
        return dispatch.send(new ChangeAvatar(account, upload), caller, command.commandId());
    }
}
