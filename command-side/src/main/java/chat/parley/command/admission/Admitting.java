package chat.parley.command.admission;

import chat.parley.access.Caller;
import chat.parley.command.conversation.LeadingMembers;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.AdmissionRequest;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Admissions;
import chat.parley.log.guard.Admissions.Admission;
import chat.parley.log.guard.Blocks;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Invites people into groups, and takes what they and those who lead the groups answer. */
@Component
public class Admitting {

    private static final AdmissionRequest NOTHING_SAID = new AdmissionRequest(null);

    private final CommandDispatch dispatch;
    private final MembershipChanges changes;
    private final LeadingMembers leading;
    private final Admissions admissions;
    private final Blocks blocks;
    private final EventLog log;
    private final Clock clock;

    Admitting(
            CommandDispatch dispatch,
            MembershipChanges changes,
            LeadingMembers leading,
            Admissions admissions,
            Blocks blocks,
            EventLog log,
            ObjectProvider<Clock> clock) {
        this.dispatch = dispatch;
        this.changes = changes;
        this.leading = leading;
        this.admissions = admissions;
        this.blocks = blocks;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** Of these people, those who have asked to join the group: they have agreed already. */
    public Set<UserId> askingIn(ConversationId group, Collection<UserId> people) {
        return people.stream()
                .filter(person -> admissions
                        .find(group, person)
                        .filter(Admission::isRequest)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Invites each. Who has declined is not asked again; whoever invites is not told. */
    public void invite(Caller caller, ConversationId group, Collection<UserId> people, CommandId id) {
        if (people.isEmpty()) {
            return;
        }
        List<UserId> told = leading.of(group);
        for (UserId person : people) {
            seek(caller, group, person, told, NOTHING_SAID, id);
        }
    }

    /** @return the position since which they ask; or came, if they were invited */
    public long ask(Caller caller, ConversationId group, AdmissionRequest request, CommandId id) {
        UserId person = caller.user();
        Optional<Admission> invited = admissions.find(group, person).filter(found -> !found.isRequest());
        return invited.isPresent()
                ? accept(caller, group, id)
                : seek(caller, group, person, leading.of(group), request, id);
    }

    /** @throws Refused {@link Reason#REQUEST_GONE} to who is not invited, before the group is loaded */
    long accept(Caller caller, ConversationId group, CommandId id) {
        UserId person = caller.user();
        Optional<Admission> invited = admissions.find(group, person).filter(found -> !found.isRequest());
        if (invited.isEmpty() && !changes.presentIn(group).contains(person)) {
            throw new Refused(Reason.REQUEST_GONE);
        }
        JoinInvited join =
                new JoinInvited(group, person, invited.map(Admission::by).orElse(person));
        return changes.join(join, group, caller, id).position();
    }

    /** @throws Refused {@link Reason#REQUEST_GONE} */
    long end(Caller caller, ConversationId group, UserId person, CommandId id) {
        StreamId stream = StreamId.admission(group, person);
        return position(stream, id, () -> {
            Admission open = admissions.find(group, person).orElseThrow(() -> new Refused(Reason.REQUEST_GONE));
            boolean unheard = !caller.user().equals(person) && blocksOf(person, open.by());
            return dispatch.send(
                    new EndAdmission(group, person, caller.user(), leading.of(group), unheard), caller, id);
        });
    }

    private long seek(
            Caller caller,
            ConversationId group,
            UserId person,
            List<UserId> told,
            AdmissionRequest request,
            CommandId id) {
        StreamId stream = StreamId.admission(group, person);
        return position(
                stream,
                id,
                () -> dispatch.sendRebuilding(
                        () -> new SeekAdmission(
                                group,
                                person,
                                caller.user(),
                                told,
                                request,
                                isPending(group, person, caller.user()),
                                blocksOf(person, caller.user()),
                                clock.instant()),
                        caller,
                        id));
    }

    /** Somebody else's invitation is no reason not to invite: whom it is to reach may block that one, which nothing may tell. */
    private boolean isPending(ConversationId group, UserId person, UserId by) {
        return admissions
                .find(group, person)
                .filter(found -> found.isRequest() || found.by().equals(by) || person.equals(by))
                .isPresent();
    }

    private boolean blocksOf(UserId person, UserId other) {
        return !person.equals(other) && blocks.of(person).contains(other);
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
