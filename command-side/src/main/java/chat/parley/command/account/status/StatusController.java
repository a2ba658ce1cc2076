package chat.parley.command.account.status;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.decision.AccountChanged;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.text.Emoji;
import chat.parley.events.StatusDetails;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {

    /**
     * What one is up to, all of it; what is absent is not said any more.
     *
     * @param emoji one
     * @param line up to 200 characters on one line
     * @param until when emoji and line end
     * @param quietUntil until when one does not want to be disturbed
     */
    record NewStatus(
            @Nullable String emoji,
            @Nullable String line,
            @Nullable Instant until,
            @Nullable Instant quietUntil) {

        StatusDetails details() {
            return new StatusDetails(DetailRules.optional(emoji), DetailRules.optional(line), until, quietUntil);
        }
    }

    private final IdempotentCommands commands;
    private final AccountDecisions decisions;
    private final CommandDispatch dispatch;
    private final Clock clock;

    StatusController(
            IdempotentCommands commands,
            AccountDecisions decisions,
            CommandDispatch dispatch,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.decisions = decisions;
        this.dispatch = dispatch;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.CHANGE_ACCOUNT)
    @PutMapping("/api/me/status")
    @Operation(
            operationId = "changeStatus",
            summary = "Say what one is up to",
            description = "Friends and everyone who shares a conversation with oneself are told.")
    @RefusedWith({Reason.EMOJI_INVALID, Reason.LINE_INVALID, Reason.TIME_PAST, Reason.ACCOUNT_ERASED})
    AccountChanged change(Caller caller, IdempotencyKey key, @RequestBody NewStatus status) {
        CommandKey command = key.of(caller, status);
        StatusDetails details = status.details();
        return commands.once(command, AccountChanged.class, () -> {
            refuseWrong(details);
            return new AccountChanged(decisions.decide(
                    caller.user(),
                    command.commandId(),
                    () -> dispatch.send(new ChangeStatus(caller.user(), details), caller, command.commandId())));
        });
    }

    private void refuseWrong(StatusDetails status) {
        List<FieldProblem> problems = Stream.of(
                        emoji(status.emoji()),
                        DetailRules.line("line", Reason.LINE_INVALID, status.line()),
                        time("until", status.until()),
                        time("quietUntil", status.quietUntil()))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
    }

    private static Optional<FieldProblem> emoji(@Nullable String emoji) {
        return emoji == null || Emoji.isOne(emoji)
                ? Optional.empty()
                : Optional.of(new FieldProblem("emoji", Reason.EMOJI_INVALID));
    }

    private Optional<FieldProblem> time(String field, @Nullable Instant end) {
        return end == null || end.isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(new FieldProblem(field, Reason.TIME_PAST));
    }
}
