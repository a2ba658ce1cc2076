package chat.parley.query.conversations;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.ReportFiled;
import chat.parley.events.ReportId;
import chat.parley.events.ReportReason;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Reports;
import chat.parley.log.guard.Reports.Report;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.people.People;
import chat.parley.query.people.Person;
import chat.parley.refusals.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What members of a group report, for those who lead it. */
@RestController
@Tag(name = "Conversations")
class ReportListController {

    private static final int MOST = 50;

    /** @param items newest first */
    record ReportList(List<ReportItem> items) {}

    /**
     * Something that a member reports.
     *
     * @param reporter who reports it
     * @param about whom
     * @param message absent where it is about the person
     * @param line why; absent where nothing was said
     */
    record ReportItem(
            ReportId report,
            Person reporter,
            Person about,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReportedMessage message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String line,

            Instant at) {}

    /** @param text as it was sent; absent once it is deleted, or to who cannot read it */
    record ReportedMessage(
            MessageId message,
            long number,
            long sequence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text) {}

    private final Reports reports;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final EventLog log;
    private final People people;
    private final Freshness freshness;

    ReportListController(
            Reports reports,
            Memberships memberships,
            StreamQueries streams,
            EventLog log,
            People people,
            Freshness freshness) {
        this.reports = reports;
        this.memberships = memberships;
        this.streams = streams;
        this.log = log;
        this.people = people;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/reports")
    @Operation(
            operationId = "listReports",
            summary = "What members of a group report",
            description = "For its owners and admins, who see nothing that is about themselves. At most 50.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED})
    ReportList list(
            Caller caller,
            @PathVariable ConversationId conversation,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        MembershipHistory stays = memberships.of(conversation, caller.user());
        Leading.require(stays, caller.user());
        List<Report> found = reports.in(conversation, caller.user(), MOST);
        Map<UserId, Person> known = people.of(
                caller.user(),
                found.stream()
                        .flatMap(each -> Stream.of(each.reporter(), each.about()))
                        .distinct()
                        .toList());
        Map<StreamId, StoredEvent> events =
                streams.at(found.stream().collect(Collectors.toMap(Report::stream, Report::sequence)));
        return new ReportList(found.stream()
                .flatMap(each -> Stream.ofNullable(events.get(each.stream()))
                        .map(event -> item(each, event, known, message(each, stays, caller.user()))))
                .sorted(Comparator.comparing(ReportItem::at).reversed())
                .toList());
    }

    private static ReportItem item(
            Report report, StoredEvent event, Map<UserId, Person> known, Optional<ReportedMessage> message) {
        ReportReason said = event.event() instanceof ReportFiled filed ? filed.content() : null;
        return new ReportItem(
                report.report(),
                Objects.requireNonNull(known.get(report.reporter())).withoutPresence(),
                Objects.requireNonNull(known.get(report.about())).withoutPresence(),
                message.orElse(null),
                said == null ? null : said.line(),
                event.envelope().recorded());
    }

    private Optional<ReportedMessage> message(Report report, MembershipHistory stays, UserId reader) {
        Long target = report.target();
        return target == null ? Optional.empty() : message(report.group(), target, stays, reader);
    }

    private Optional<ReportedMessage> message(
            ConversationId group, long target, MembershipHistory stays, UserId reader) {
        boolean visible = stays.visibleTo(reader).includes(target);
        return log.readStream(StreamId.conversation(group), target, 1).stream()
                .filter(stored -> stored.sequence() == target && stored.event() instanceof SentMessage)
                .map(stored -> (SentMessage) stored.event())
                .findFirst()
                .map(sent -> new ReportedMessage(
                        sent.message(), sent.number(), target, visible ? textOf(sent.content()) : null));
    }

    private static @Nullable String textOf(@Nullable MessageContent content) {
        return content == null ? null : content.text();
    }
}
