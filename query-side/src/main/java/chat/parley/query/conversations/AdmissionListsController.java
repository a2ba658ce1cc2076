package chat.parley.query.conversations;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.AdmissionRequest;
import chat.parley.events.AdmissionSought;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Admissions;
import chat.parley.log.guard.Admissions.Admission;
import chat.parley.log.guard.Blocks;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.GroupLikeness;
import chat.parley.log.read.StreamQueries;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who is invited into groups or asks to join them. */
@RestController
@Tag(name = "Conversations")
class AdmissionListsController {

    private static final int MOST = 200;

    /** @param items newest first */
    record OwnAdmissionList(List<OwnAdmission> items) {}

    /**
     * A group that one is invited to, or asks to join.
     *
     * @param about what it is for; absent if nobody has said so
     * @param members how many are in it
     * @param invitedBy absent where one asks oneself
     */
    record OwnAdmission(
            ConversationId conversation,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String about,

            int members,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Person invitedBy,

            Instant at) {}

    /** @param items newest first */
    record ApplicantList(List<Applicant> items) {}

    /**
     * Someone who asks to join a group, or is invited.
     *
     * @param invitedBy absent where they ask
     * @param line what they said; absent if nothing
     */
    record Applicant(
            Person person,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UserId invitedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String line,

            Instant at) {}

    private final Admissions admissions;
    private final Blocks blocks;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final People people;
    private final Freshness freshness;

    AdmissionListsController(
            Admissions admissions,
            Blocks blocks,
            Memberships memberships,
            StreamQueries streams,
            People people,
            Freshness freshness) {
        this.admissions = admissions;
        this.blocks = blocks;
        this.memberships = memberships;
        this.streams = streams;
        this.people = people;
        this.freshness = freshness;
    }

    @GetMapping("/api/me/admissions")
    @Operation(
            operationId = "listOwnAdmissions",
            summary = "The groups that one is invited to, or asks to join",
            description = "At most 200.")
    OwnAdmissionList own(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        Set<UserId> blocked = Set.copyOf(blocks.of(caller.user()));
        List<Admission> found = admissions.of(caller.user(), MOST).stream()
                .filter(each -> !blocked.contains(each.by()))
                .toList();
        Map<ConversationId, GroupLikeness> groups = GroupLikeness.of(streams.likenessOf(
                found.stream().map(each -> StreamId.conversation(each.group())).toList()));
        Map<UserId, Person> known =
                people.of(caller.user(), found.stream().map(Admission::by).toList());
        Map<StreamId, StoredEvent> events = eventsOf(found);
        return new OwnAdmissionList(found.stream()
                .flatMap(each -> own(each, groups, known, events))
                .sorted(Comparator.comparing(OwnAdmission::at).reversed())
                .toList());
    }

    private Stream<OwnAdmission> own(
            Admission admission,
            Map<ConversationId, GroupLikeness> groups,
            Map<UserId, Person> known,
            Map<StreamId, StoredEvent> events) {
        String name = groups.getOrDefault(admission.group(), GroupLikeness.NONE).name();
        StoredEvent event = events.get(admission.stream());
        if (name == null || event == null || isUnheard(event)) {
            return Stream.empty();
        }
        return Stream.of(new OwnAdmission(
                admission.group(),
                name,
                groups.getOrDefault(admission.group(), GroupLikeness.NONE).about(),
                memberships.sizeOf(admission.group()),
                admission.isRequest()
                        ? null
                        : Objects.requireNonNull(known.get(admission.by())).withoutPresence(),
                event.envelope().recorded()));
    }

    /** Whom they blocked when they invited them: unblocking brings nothing back. */
    private static boolean isUnheard(StoredEvent event) {
        return event.event() instanceof AdmissionSought sought && Boolean.TRUE.equals(sought.unheard());
    }

    @GetMapping("/api/conversations/{conversation}/admissions")
    @Operation(
            operationId = "listAdmissions",
            summary = "Who asks to join a group, and who is invited",
            description = "For its owners and admins. At most 200.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED})
    ApplicantList into(
            Caller caller,
            @PathVariable ConversationId conversation,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        Leading.require(memberships.of(conversation, caller.user()), caller.user());
        List<Admission> found = admissions.into(conversation, MOST);
        Map<UserId, Person> known =
                people.of(caller.user(), found.stream().map(Admission::person).toList());
        Map<StreamId, StoredEvent> events = eventsOf(found);
        return new ApplicantList(found.stream()
                .flatMap(each -> Stream.ofNullable(events.get(each.stream()))
                        .map(event -> applicant(each, event, Objects.requireNonNull(known.get(each.person())))))
                .sorted(Comparator.comparing(Applicant::at).reversed())
                .toList());
    }

    private static Applicant applicant(Admission admission, StoredEvent event, Person person) {
        AdmissionRequest said = event.event() instanceof AdmissionSought sought ? sought.content() : null;
        return new Applicant(
                person.withoutPresence(),
                admission.isRequest() ? null : admission.by(),
                said == null ? null : said.line(),
                event.envelope().recorded());
    }

    private Map<StreamId, StoredEvent> eventsOf(List<Admission> found) {
        return streams.at(found.stream().collect(Collectors.toMap(Admission::stream, Admission::sequence)));
    }
}
