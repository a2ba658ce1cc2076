package chat.parley.command.report;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.ReportId;
import chat.parley.events.ReportReason;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What members of a group report to those who lead it. */
@RestController
class ReportsController {

    /** @param line why, up to 200 characters on one line; absent or empty to say nothing */
    record NewReport(@Nullable String line) {

        ReportReason reason() {
            String said = DetailRules.optional(line);
            DetailRules.line("line", Reason.LINE_INVALID, said).ifPresent(problem -> {
                throw Refused.forFields(List.of(problem));
            });
            return new ReportReason(said);
        }
    }

    /** @param position since which it is so, in the log */
    record ReportChanged(ConversationId conversation, long position) {}

    private final IdempotentCommands commands;
    private final Reporting reporting;

    ReportsController(IdempotentCommands commands, Reporting reporting) {
        this.commands = commands;
        this.reporting = reporting;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PostMapping("/api/conversations/{conversation}/messages/{message}/reports")
    @Operation(
            operationId = "reportMessage",
            summary = "Report a message to those who lead the group",
            description = "They are told who reported it, and its author is not. Reporting it again changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.NOT_A_GROUP,
        Reason.LINE_INVALID,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    ReportChanged message(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence,
            @RequestBody NewReport request) {
        CommandKey command = key.of(caller, request);
        ReportReason reason = request.reason();
        return commands.once(
                command,
                ReportChanged.class,
                () -> new ReportChanged(
                        conversation,
                        reporting.ofMessage(caller, conversation, message, sequence, reason, command.commandId())));
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PostMapping("/api/conversations/{conversation}/members/{user}/reports")
    @Operation(
            operationId = "reportMember",
            summary = "Report a member to those who lead the group",
            description = "They are told who reported it, and the member is not. Reporting it again changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.NOT_A_GROUP,
        Reason.LINE_INVALID,
        Reason.CONFLICT
    })
    ReportChanged member(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable UserId user,
            @RequestBody NewReport request) {
        CommandKey command = key.of(caller, request);
        ReportReason reason = request.reason();
        return commands.once(
                command,
                ReportChanged.class,
                () -> new ReportChanged(
                        conversation, reporting.ofPerson(caller, conversation, user, reason, command.commandId())));
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/conversations/{conversation}/reports/{report}")
    @Operation(
            operationId = "settleReport",
            summary = "Say that a report was dealt with",
            description = "For owners and admins of the group. Who reported it is told that, and by whom.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED, Reason.REQUEST_GONE, Reason.CONFLICT})
    ReportChanged settle(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable ReportId report) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                ReportChanged.class,
                () -> new ReportChanged(
                        conversation, reporting.settle(caller, conversation, report, command.commandId())));
    }
}
