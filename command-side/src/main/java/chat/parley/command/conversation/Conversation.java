package chat.parley.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.command.admission.JoinInvited;
import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.call.ChangeCall;
import chat.parley.command.conversation.call.EndGroupCall;
import chat.parley.command.conversation.call.StartCall;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.deletegroup.ForgetDeleted;
import chat.parley.command.conversation.deletemessage.DeleteMessage;
import chat.parley.command.conversation.joinlink.JoinByLink;
import chat.parley.command.conversation.pin.PinMessage;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.command.engine.MemorySized;
import chat.parley.events.AltersGroup;
import chat.parley.events.AnnotatesMessage;
import chat.parley.events.Attachment;
import chat.parley.events.CallChanged;
import chat.parley.events.CallState;
import chat.parley.events.ConversationEvent;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupForgotten;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupSettings;
import chat.parley.events.InThread;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessagePinned;
import chat.parley.events.MessageReference;
import chat.parley.events.MessageSent;
import chat.parley.events.MessageUnpinned;
import chat.parley.events.ReplySent;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.SequenceConflict;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A conversation: decides who may do what in it, and numbers its messages. It does not hold the messages. */
final class Conversation implements MemorySized {

    private static final int MOST_MEMBERS = 1_000;
    private static final int MOST_PINS = 50;

    /** The memory of a number and its entry in the set. */
    private static final int BYTES_A_PIN = 70;

    @AggregateIdentifier
    private @Nullable StreamId stream;

    private final Roster roster;
    private long lastNumber;
    private long lastAbout = -1;
    private final RecentMessages recent;
    private final DeletedNumbers deleted;
    private final Threads threads;
    private final Set<Long> pinned = new TreeSet<>();
    private @Nullable RingingCall call;
    private @Nullable Deletion deletion;

    Conversation() {
        roster = new Roster();
        recent = new RecentMessages();
        deleted = new DeletedNumbers();
        threads = new Threads();
    }

    Conversation(ConversationState state) {
        stream = state.stream();
        roster = new Roster(state);
        lastNumber = state.lastNumber();
        recent = new RecentMessages(state.recent());
        deleted = new DeletedNumbers(state.deleted());
        threads = new Threads(state.lastReply(), state.threads());
        lastAbout = state.lastAbout();
        pinned.addAll(state.pinned());
        call = state.call().orElse(null);
        deletion = state.deletion().orElse(null);
    }

    ConversationState state() {
        return new ConversationState(
                Objects.requireNonNull(stream),
                roster.isGroup(),
                roster.inOrder(),
                lastNumber,
                recent.inOrder(),
                deleted.ranges(),
                lastAbout,
                KeptSettings.of(roster.settings()),
                Optional.ofNullable(roster.opened()),
                roster.isClosed(),
                List.copyOf(pinned),
                roster.linksInOrder(),
                roster.bannedInOrder(),
                roster.mutedInOrder(),
                Optional.ofNullable(call),
                Optional.ofNullable(roster.picture()),
                Optional.ofNullable(deletion),
                threads.lastReply(),
                threads.ends());
    }

    /** Starting the same conversation again records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartDirect command) {
        if (stream == null) {
            apply(new DirectConversationStarted(command.conversation(), inOrder(command), command.startedBy()));
        }
    }

    /** Creating the same group again records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreateGroup command) {
        if (stream != null) {
            return;
        }
        if (command.others().size() >= MOST_MEMBERS) {
            throw new Refused(Reason.GROUP_TOO_LARGE);
        }
        List<GroupMember> all = Stream.concat(
                        Stream.of(new GroupMember(command.creator(), MemberRole.OWNER)),
                        command.others().stream().map(other -> new GroupMember(other, MemberRole.MEMBER)))
                .toList();
        apply(new GroupCreated(command.conversation(), all, command.creator(), command.details()));
    }

    /** Adding present members records nothing; several are added by one event. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddMember command) {
        roster.requireGroupOf(command.asker());
        roster.requireRight(command.asker(), GroupSettings::add);
        List<UserId> absent = absent(command.members());
        List<UserId> invited = absent(command.invited());
        if (absent.isEmpty() && invited.isEmpty()) {
            return;
        }
        roster.requireOpen();
        if (Stream.concat(absent.stream(), invited.stream()).anyMatch(roster::isBanned)) {
            roster.requireRole(command.asker(), MemberRole.ADMIN);
        }
        requireRoomFor(absent.size());
        if (absent.isEmpty()) {
            return;
        }
        apply(absent.size() > 1 ? addedTogether(command, absent) : addedAlone(command, absent.getFirst()));
    }

    private List<UserId> absent(List<UserId> people) {
        return people.stream().filter(person -> !roster.isIn(person)).toList();
    }

    private MembersAdded addedTogether(AddMember command, List<UserId> members) {
        return new MembersAdded(command.conversation(), members, command.asker(), lastNumber, roster.opened());
    }

    private MemberAdded addedAlone(AddMember command, UserId member) {
        return new MemberAdded(
                command.conversation(), member, MemberRole.MEMBER, command.asker(), lastNumber, roster.opened(), null);
    }

    private void requireRoomFor(int more) {
        if (roster.size() + more > MOST_MEMBERS) {
            throw new Refused(Reason.GROUP_TOO_LARGE);
        }
    }

    /** Whoever is in the group already joins without a record. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JoinByLink command) {
        if (roster.isIn(command.joining())) {
            return;
        }
        roster.requireUsable(command.link(), command.joining(), command.now());
        requireRoomFor(1);
        if (roster.asksFirst(command.link())) {
            throw new Refused(Reason.APPROVAL_NEEDED);
        }
        apply(new MemberAdded(
                command.conversation(),
                command.joining(),
                MemberRole.MEMBER,
                command.joining(),
                lastNumber,
                roster.opened(),
                command.link()));
    }

    /** Whoever is in the group already comes without a record. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JoinInvited command) {
        if (roster.isIn(command.joining())) {
            return;
        }
        roster.requireInvitedBy(command.invitedBy(), command.joining());
        roster.requireOpen();
        requireRoomFor(1);
        apply(new MemberAdded(
                command.conversation(),
                command.joining(),
                MemberRole.MEMBER,
                command.joining(),
                lastNumber,
                roster.opened(),
                null));
    }

    /** Anyone may leave but the last owner. Removing someone who is not a member records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveMember command) {
        roster.requireGroupOf(command.asker());
        if (command.member().equals(command.asker())) {
            roster.requireAnotherOwnerThan(command.asker());
            apply(new MemberLeft(command.conversation(), command.member()));
            return;
        }
        roster.requireRole(command.asker(), MemberRole.ADMIN);
        if (roster.isIn(command.member())) {
            roster.requireAbove(command.asker(), command.member());
            apply(new MemberRemoved(
                    command.conversation(), command.member(), command.asker(), command.ban() ? true : null));
        }
    }

    /** A change to what already is records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeGroup command) {
        GroupChange change = command.change();
        roster.requireGroupOf(change.asker());
        change.decided(roster).ifPresent(event -> {
            if (change.needsOpenGroup()) {
                roster.requireOpen();
            }
            apply(event);
        });
    }

    /** Of what is not deleted, or wholly forgotten, nothing is recorded. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ForgetDeleted command) {
        Deletion gone = deletion;
        if (gone != null && gone.forgotten() < gone.at() - 1) {
            long from = gone.forgotten() + 1;
            long to = Math.min(gone.forgotten() + command.most(), gone.at() - 1);
            apply(new GroupForgotten(command.conversation(), from, to, gone.by()));
        }
    }

    /**
     * An unknown conversation has no members, so it refuses like a conversation of strangers. A repeated message records
     * nothing. A direct message to an erased person is refused, and so is an answer to a deleted message.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SendMessage command) {
        if (!roster.isIn(command.author())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (recent.contains(command.author(), command.message())) {
            return;
        }
        MessageReference origin = command.replyTo();
        if (origin != null && deleted.contains(origin.number())) {
            throw new Refused(Reason.ORIGIN_GONE);
        }
        requireWriting(command.author());
        roster.requireNotMuted(command.author(), command.now());
        if (!roster.isGroup() && roster.members().stream().anyMatch(command.erased()::contains)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
        apply(sent(command));
    }

    private SentMessage sent(SendMessage command) {
        InThread thread = place(command.thread());
        Boolean forwarded = command.forwarded() ? true : null;
        MessageContent content = command.content().mentioningOnly(roster.mentionable(command.author()));
        return thread == null || command.alsoInConversation()
                ? new MessageSent(
                        command.conversation(),
                        lastNumber + 1,
                        command.author(),
                        command.message(),
                        command.replyTo(),
                        thread,
                        forwarded,
                        null,
                        content.attachments().stream().map(Attachment::id).toList(),
                        content)
                : new ReplySent(
                        command.conversation(),
                        threads.lastReply() - 1,
                        command.author(),
                        command.message(),
                        thread,
                        command.replyTo(),
                        forwarded,
                        content);
    }

    /** A thread that there is goes on, also when the message it is about is gone. */
    private @Nullable InThread place(SendMessage.@Nullable Root root) {
        if (root == null) {
            return null;
        }
        long last = threads.last(root.message().number());
        if (last == 0 && deleted.contains(root.message().number())) {
            throw Refused.forField("thread", Reason.ORIGIN_GONE);
        }
        return new InThread(root.message(), root.author(), last + 1);
    }

    /**
     * Whoever calls while they are being called answers that call. Starting the same call again records nothing. What rings for too long
     * without an end rings no more.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartCall command) {
        UserId caller = command.caller();
        if (!roster.isIn(caller)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (!roster.isGroup() && roster.size() != 2) {
            throw new Refused(Reason.NOT_OF_TWO);
        }
        if (recent.contains(caller, command.message())) {
            return;
        }
        if (roster.isGroup()) {
            beginInGroup(command);
            return;
        }
        UserId other = otherThan(caller);
        if (command.erased().contains(other)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
        RingingCall there = call;
        if (there != null) {
            if (there.accepted() || there.caller().equals(caller)) {
                throw new Refused(Reason.IN_A_CALL);
            }
            apply(there.changed(command.conversation(), caller, CallState.ACCEPTED, command.now(), true));
            return;
        }
        apply(MessageSent.ringing(command.conversation(), lastNumber + 1, caller, command.message(), command.kind()));
        RingingCall begun = call;
        if (command.busy() && begun != null) {
            apply(begun.changed(command.conversation(), other, CallState.BUSY, command.now(), true));
        }
    }

    /** Where one goes on already, that is the call. Nobody rings: it goes on from its beginning. */
    private void beginInGroup(StartCall command) {
        requireWriting(command.caller());
        roster.requireNotMuted(command.caller(), command.now());
        if (call == null) {
            apply(MessageSent.ringing(
                    command.conversation(), lastNumber + 1, command.caller(), command.message(), command.kind()));
        }
    }

    /** Who began a call in a group ends it for all, and so does who leads the group; and it ends once nobody is in it, whoever is gone. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndGroupCall command) {
        RingingCall there = call;
        UserId asker = command.asker();
        if (asker != null && !roster.isIn(asker)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (there == null || !roster.isGroup() || !there.message().equals(command.call())) {
            throw new Refused(Reason.CALL_OVER);
        }
        if (asker != null && !there.caller().equals(asker)) {
            roster.requireRole(asker, MemberRole.ADMIN);
        }
        apply(there.changed(
                command.conversation(),
                asker == null ? there.caller() : asker,
                CallState.COMPLETED,
                command.now(),
                command.noted()));
    }

    /** Answering what was answered by the same person records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeCall command) {
        UserId asker = command.asker();
        if (!roster.isIn(asker)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        RingingCall there = call;
        if (there == null || roster.isGroup() || !there.message().equals(command.call())) {
            throw new Refused(Reason.CALL_OVER);
        }
        CallState state = outcome(there, asker, command.step());
        if (state == CallState.ACCEPTED && there.accepted()) {
            return;
        }
        apply(there.changed(command.conversation(), asker, state, command.now(), command.noted()));
    }

    private static CallState outcome(RingingCall call, UserId asker, ChangeCall.Step step) {
        boolean isCaller = call.caller().equals(asker);
        if (step == ChangeCall.Step.HANG_UP && !call.accepted()) {
            return isCaller ? CallState.CANCELLED : CallState.DECLINED;
        }
        boolean fits = switch (step) {
            case ANSWER -> !isCaller;
            case MISS, GIVE_UP -> !call.accepted();
            case HANG_UP, FAIL, LOSE -> call.accepted();
        };
        if (!fits) {
            throw new Refused(Reason.CALL_OVER);
        }
        return switch (step) {
            case ANSWER -> CallState.ACCEPTED;
            case HANG_UP -> CallState.COMPLETED;
            case FAIL -> CallState.FAILED;
            case MISS -> CallState.MISSED;
            case GIVE_UP -> CallState.CANCELLED;
            case LOSE -> CallState.LOST;
        };
    }

    private UserId otherThan(UserId person) {
        return roster.members().stream()
                .filter(member -> !member.equals(person))
                .findFirst()
                .orElseThrow();
    }

    private void requireWriting(UserId author) {
        roster.requireOpen();
        roster.requireRight(author, GroupSettings::write);
    }

    /** By its author, or by who leads the group. Deletion is final: deleting a message again records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeleteMessage command) {
        SentMessage message = command.message();
        if (!roster.isIn(command.asker())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        boolean own = message.author().equals(command.asker());
        if (!own && !roster.moderates(command.asker(), message.author())) {
            throw new Refused(Reason.NOT_THE_AUTHOR);
        }
        if (!deleted.contains(message.number())) {
            apply(new MessageDeleted(
                    message.conversation(),
                    message.number(),
                    command.sequence(),
                    message.message(),
                    message.author(),
                    own ? null : command.asker(),
                    message.thread()));
        }
    }

    /** In a group, those who lead it pin. What is so already records nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PinMessage command) {
        SentMessage message = command.message();
        if (!roster.isIn(command.asker())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (roster.isGroup()) {
            roster.requireRole(command.asker(), MemberRole.ADMIN);
            roster.requireNotMuted(command.asker(), command.now());
        }
        if (command.pinned() == pinned.contains(message.number())) {
            return;
        }
        if (!command.pinned()) {
            apply(new MessageUnpinned(
                    message.conversation(), message.number(), command.sequence(), message.message(), command.asker()));
            return;
        }
        if (message.content() == null || deleted.contains(message.number())) {
            throw new Refused(Reason.MESSAGE_GONE);
        }
        if (pinned.size() >= MOST_PINS) {
            throw new Refused(Reason.TOO_MANY_PINS);
        }
        apply(new MessagePinned(
                message.conversation(), message.number(), command.sequence(), message.message(), command.asker()));
    }

    /**
     * An annotation that is already so records nothing. A deleted message takes no new annotation, but one can still be
     * removed.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnotateMessage command) {
        MessageAnnotation saying = command.saying();
        if (!roster.isIn(saying.member())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (lastAbout > saying.upTo()) {
            throw new SequenceConflict();
        }
        if (saying.changesNothing()) {
            return;
        }
        SentMessage message = saying.message();
        if (saying.writes()) {
            requireWriting(saying.member());
        }
        if (!saying.takesBack()) {
            roster.requireOpen();
            roster.requireNotMuted(saying.member(), command.now());
        }
        if (!saying.takesBack() && (message.content() == null || deleted.contains(message.number()))) {
            throw new Refused(Reason.MESSAGE_GONE);
        }
        apply(mentioningMembers(saying.said()));
    }

    private AnnotatesMessage mentioningMembers(AnnotatesMessage said) {
        return said instanceof MessageEdited edited ? edited.mentioningOnly(roster.mentionable(edited.member())) : said;
    }

    @EventSourcingHandler
    void on(ConversationEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        stream = event.stream();
        roster.on(event, sequence, at);
        switch (event) {
            case GroupDeleted gone -> {
                deletion = new Deletion(sequence, gone.deletedBy(), -1);
                pinned.clear();
            }
            case GroupForgotten part -> deletion = deletion == null ? null : deletion.forgotten(part.to());
            case GroupCreated _,
                    DirectConversationStarted _,
                    MemberAdded _,
                    MembersAdded _,
                    MemberLeft _,
                    MemberRemoved _,
                    AltersGroup _ -> {
                // The roster assigns what they change.
            }
            case MessageSent sent -> {
                lastNumber = sent.number();
                recent.add(sent.author(), sent.message());
                threads.add(sent);
                if (sent.call() != null) {
                    call = new RingingCall(
                            sent.number(), sequence, sent.message(), sent.author(), roster.isGroup(), at);
                }
            }
            case ReplySent reply -> {
                recent.add(reply.author(), reply.message());
                threads.add(reply);
            }
            case CallChanged changed -> {
                lastAbout = sequence;
                call = changed.state().ends() || call == null ? null : call.accepted(at);
            }
            case MessageDeleted gone -> {
                deleted.add(gone.number());
                pinned.remove(gone.number());
            }
            case MessagePinned pin -> pinned.add(pin.number());
            case MessageUnpinned unpin -> pinned.remove(unpin.number());
            case AnnotatesMessage _ -> lastAbout = sequence;
        }
    }

    @Override
    public int size() {
        return recent.size() * RecentMessages.BYTES_EACH
                + deleted.size() * DeletedNumbers.BYTES_EACH
                + threads.size() * Threads.BYTES_EACH
                + pinned.size() * BYTES_A_PIN
                + roster.size() * Roster.BYTES_A_MEMBER;
    }

    private static List<UserId> inOrder(StartDirect command) {
        return Stream.of(command.startedBy(), command.other())
                .distinct()
                .sorted(Comparator.comparing(UserId::value))
                .toList();
    }
}
