package chat.parley.command.report;

import chat.parley.access.Caller;
import chat.parley.command.conversation.LeadingMembers;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.ReportFiled;
import chat.parley.events.ReportId;
import chat.parley.events.ReportReason;
import chat.parley.events.ReportSettled;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Reports;
import chat.parley.log.guard.Reports.Report;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes reports of members, and what those who lead the group say about them. */
@Component
class Reporting {

    private final CommandDispatch dispatch;
    private final TargetMessages targets;
    private final Memberships memberships;
    private final LeadingMembers leading;
    private final Reports reports;
    private final EventLog log;

    Reporting(
            CommandDispatch dispatch,
            TargetMessages targets,
            Memberships memberships,
            LeadingMembers leading,
            Reports reports,
            EventLog log) {
        this.dispatch = dispatch;
        this.targets = targets;
        this.memberships = memberships;
        this.leading = leading;
        this.reports = reports;
        this.log = log;
    }

    /** @return the position since which it is reported */
    long ofMessage(
            Caller caller, ConversationId group, MessageId message, long sequence, ReportReason reason, CommandId id) {
        leading.requireGroupOf(group, caller.user());
        SentMessage target = targets.of(caller, group, message, sequence);
        return file(caller, group, target.author(), target.number(), sequence, reason, id);
    }

    /** @return the position since which it is reported */
    long ofPerson(Caller caller, ConversationId group, UserId person, ReportReason reason, CommandId id) {
        leading.requireGroupOf(group, caller.user());
        if (memberships.of(group, person).all().isEmpty()) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        return file(caller, group, person, null, null, reason, id);
    }

    /** @return the position since which it is settled */
    long settle(Caller caller, ConversationId group, ReportId report, CommandId id) {
        leading.require(group, caller.user());
        Report open = reports.find(report)
                .filter(found -> found.group().equals(group) && !found.about().equals(caller.user()))
                .orElseThrow(() -> new Refused(Reason.REQUEST_GONE));
        ReportSettled settled =
                new ReportSettled(group, report, open.reporter(), caller.user(), told(group, open.about()));
        return position(settled.stream(), id, () -> dispatch.send(new SettleReport(settled), caller, id));
    }

    private long file(
            Caller caller,
            ConversationId group,
            UserId about,
            @Nullable Long number,
            @Nullable Long sequence,
            ReportReason reason,
            CommandId id) {
        ReportFiled filed = new ReportFiled(
                group,
                idOf(caller.user(), group, about, sequence),
                caller.user(),
                about,
                number,
                sequence,
                told(group, about),
                reason);
        return position(filed.stream(), id, () -> dispatch.send(new FileReport(filed), caller, id));
    }

    private List<UserId> told(ConversationId group, UserId about) {
        return leading.of(group).stream()
                .filter(member -> !member.equals(about))
                .toList();
    }

    private static ReportId idOf(UserId reporter, ConversationId group, UserId about, @Nullable Long sequence) {
        String name = "parley.report:" + reporter + ":" + group + ":" + about + ":" + sequence;
        return new ReportId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private long position(StreamId stream, CommandId id, Supplier<List<StoredEvent>> attempt) {
        return IdempotentDispatch.send(log, stream, id, attempt)
                .map(StoredEvent::position)
                .orElseGet(() -> log.newestOf(List.of(stream)).stream()
                        .mapToLong(StoredEvent::position)
                        .findFirst()
                        .orElse(0));
    }
}
