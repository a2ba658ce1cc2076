package chat.parley.query;

import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AccountSuspended;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AltersGroup;
import chat.parley.events.AnnotatesMessage;
import chat.parley.events.Arrangement;
import chat.parley.events.AvatarChanged;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ContactChanged;
import chat.parley.events.ContactDetails;
import chat.parley.events.ConversationArranged;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.Findable;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupForgotten;
import chat.parley.events.GroupMember;
import chat.parley.events.InThread;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MembersAdded;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageId;
import chat.parley.events.MessagePinned;
import chat.parley.events.MessageReference;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.MessageSent;
import chat.parley.events.MessageUnpinned;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesHidden;
import chat.parley.events.MessagesRead;
import chat.parley.events.NumberRange;
import chat.parley.events.ParleyEvent;
import chat.parley.events.Partition;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.ReplySent;
import chat.parley.events.ReportEvent;
import chat.parley.events.SentMessage;
import chat.parley.events.StatusChanged;
import chat.parley.events.StatusDetails;
import chat.parley.events.StreamId;
import chat.parley.events.SuspensionLifted;
import chat.parley.events.ThreadMarked;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.row.SealedRows;
import chat.parley.views.Checkpoint;
import chat.parley.views.directory.AvatarChange;
import chat.parley.views.directory.DirectoryChange;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.DirectoryWriter;
import chat.parley.views.directory.FindableChange;
import chat.parley.views.directory.StatusChange;
import chat.parley.views.history.ConversationKind;
import chat.parley.views.history.HistoryChange;
import chat.parley.views.history.HistoryCheckpoints;
import chat.parley.views.history.HistoryWriter;
import chat.parley.views.history.ReceiptKind;
import chat.parley.views.history.SealedAnnotation;
import chat.parley.views.history.SealedMessage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened before a query is asked: recorded in the log, and written to the views unless told otherwise. */
final class World {

    /** What was recorded and is in the views only when {@link #show} is called. */
    record Recorded(StoredEvent event) {

        long position() {
            return event.position();
        }

        Recorded show() {
            project(event);
            return this;
        }
    }

    private World() {}

    static UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    static Recorded register(UserId user, String username, String displayName) {
        return record(
                0,
                new AccountRegistered(
                        user, new AccountDetails(username, displayName, username + "@example.org", "+4915112345678")),
                user);
    }

    static Recorded start(UserId one, UserId other) {
        List<UserId> members = one.value().compareTo(other.value()) < 0 ? List.of(one, other) : List.of(other, one);
        return record(0, new DirectConversationStarted(between(one, other), members, one), one);
    }

    /** A conversation of strangers that does not share its history queue with another, whose checkpoint it would move. */
    static Recorded startApartFrom(ConversationId other) {
        UserId one = someone();
        UserId two = someone();
        while (queueOf(between(one, two)) == queueOf(other)) {
            two = someone();
        }
        return start(one, two);
    }

    private static int queueOf(ConversationId conversation) {
        return ConsumerGroup.HISTORY.queueOf(Partition.of(StreamId.conversation(conversation)));
    }

    /** The same for the same two, whoever's is which. */
    static ConversationId between(UserId one, UserId other) {
        return DirectConversation.ofBits(
                one.value().getMostSignificantBits() ^ other.value().getMostSignificantBits(),
                one.value().getLeastSignificantBits() ^ other.value().getLeastSignificantBits());
    }

    /** The n-th message of a direct conversation, whose stream begins with its start. */
    static Recorded send(ConversationId conversation, UserId author, long number, String text) {
        MessageId message = new MessageId(UUID.randomUUID());
        return record(number, new MessageSent(conversation, number, author, message, new MessageContent(text)), author);
    }

    /** A started conversation with messages by turns, the first by the first of the two; all in the views. */
    static ConversationId chat(UserId one, UserId other, int messages) {
        start(one, other).show();
        ConversationId conversation = between(one, other);
        for (int number = 1; number <= messages; number++) {
            send(conversation, number % 2 == 1 ? one : other, number, "text " + number)
                    .show();
        }
        return conversation;
    }

    /** A conversation of many messages, by the first of the two; not in the views. */
    static void talkAtLength(ConversationId conversation, UserId one, UserId other, int messages, String text) {
        start(one, other);
        for (int first = 1; first <= messages; first += 500) {
            List<NewEvent> some = LongStream.range(first, Math.min(first + 500, messages + 1))
                    .mapToObj(number -> {
                        MessageId message = new MessageId(UUID.randomUUID());
                        return fresh(
                                number,
                                new MessageSent(conversation, number, one, message, new MessageContent(text)),
                                one);
                    })
                    .toList();
            Writers.bean(EventLog.class).append(some);
        }
    }

    static Recorded delivered(ConversationId conversation, UserId member, long sequence, long upTo) {
        return record(sequence, new MessagesDelivered(conversation, member, upTo, true), member);
    }

    static Recorded read(ConversationId conversation, UserId member, long sequence, long upTo) {
        return record(sequence, new MessagesRead(conversation, member, upTo, true), member);
    }

    /** What nobody but the reader is told. */
    static Recorded readUndisclosed(ConversationId conversation, UserId member, long sequence, long upTo) {
        return record(sequence, new MessagesRead(conversation, member, upTo, false), member);
    }

    /** A group of the first person and others, called by a name. */
    static ConversationId group(String name, UserId owner, UserId... others) {
        ConversationId group = new ConversationId(UUID.randomUUID());
        List<GroupMember> members = new ArrayList<>(List.of(new GroupMember(owner, MemberRole.OWNER)));
        for (UserId other : others) {
            members.add(new GroupMember(other, MemberRole.MEMBER));
        }
        record(0, new GroupCreated(group, members, owner, new GroupDetails(name)), owner)
                .show();
        return group;
    }

    static Recorded add(ConversationId group, UserId member, long sequence, long lastNumber) {
        return record(sequence, new MemberAdded(group, member, MemberRole.MEMBER, member, lastNumber), member);
    }

    /** Whatever else happens in a conversation. */
    static Recorded happen(long sequence, ConversationEvent event) {
        return record(sequence, event, event.actor());
    }

    static Recorded remove(ConversationId group, UserId member, long sequence) {
        return record(sequence, new MemberRemoved(group, member, member), member);
    }

    /** A message whose place among the group's events is not its number. */
    static Recorded say(ConversationId group, UserId author, long sequence, long number, String text) {
        MessageId message = new MessageId(UUID.randomUUID());
        return record(sequence, new MessageSent(group, number, author, message, new MessageContent(text)), author);
    }

    static Recorded pin(Recorded sent, UserId member, long sequence) {
        MessageSent message = (MessageSent) sent.event().event();
        return record(
                sequence,
                new MessagePinned(
                        message.conversation(), message.number(), sent.event().sequence(), message.message(), member),
                member);
    }

    static Recorded unpin(Recorded sent, UserId member, long sequence) {
        MessageSent message = (MessageSent) sent.event().event();
        return record(
                sequence,
                new MessageUnpinned(
                        message.conversation(), message.number(), sent.event().sequence(), message.message(), member),
                member);
    }

    /** A message that mentions someone by its first characters. */
    static Recorded mention(ConversationId conversation, UserId author, long number, UserId member, String text) {
        MessageContent content = new MessageContent(text, List.of(new Mention(member, 0, text.indexOf(' '))));
        MessageId message = new MessageId(UUID.randomUUID());
        return record(number, new MessageSent(conversation, number, author, message, content), author);
    }

    /** A message that answers another. */
    static Recorded answer(Recorded sent, UserId author, long sequence, long number, String text) {
        MessageSent origin = (MessageSent) sent.event().event();
        return record(
                sequence,
                new MessageSent(
                        origin.conversation(),
                        number,
                        author,
                        new MessageId(UUID.randomUUID()),
                        new MessageReference(origin.number(), sent.event().sequence()),
                        new MessageContent(text)),
                author);
    }

    /** A message in the thread about another, alone or in the conversation too. */
    static Recorded reply(Recorded root, UserId author, long sequence, long number, long place, String text) {
        SentMessage about = (SentMessage) root.event().event();
        InThread thread =
                new InThread(new MessageReference(about.number(), root.event().sequence()), about.author(), place);
        MessageId message = new MessageId(UUID.randomUUID());
        MessageContent content = new MessageContent(text);
        return record(
                sequence,
                number < 0
                        ? new ReplySent(about.conversation(), number, author, message, thread, null, null, content)
                        : new MessageSent(
                                about.conversation(), number, author, message, null, thread, null, null, null, content),
                author);
    }

    static Recorded mark(Recorded root, UserId member, long sequence, @Nullable Boolean following, long readUpTo) {
        SentMessage about = (SentMessage) root.event().event();
        return record(
                sequence,
                new ThreadMarked(
                        about.conversation(),
                        member,
                        new MessageReference(about.number(), root.event().sequence()),
                        following,
                        readUpTo),
                member);
    }

    /** A message that {@link #send} recorded is deleted by its author. */
    static Recorded delete(Recorded sent, long sequence) {
        SentMessage message = (SentMessage) sent.event().event();
        return record(
                sequence,
                new MessageDeleted(
                        message.conversation(),
                        message.number(),
                        sent.event().sequence(),
                        message.message(),
                        message.author(),
                        null,
                        message.thread()),
                message.author());
    }

    /** What someone's reactions to a message that {@link #send} recorded are now. */
    static Recorded react(Recorded sent, UserId member, long sequence, String... emojis) {
        SentMessage message = (SentMessage) sent.event().event();
        return record(
                sequence,
                new ReactionsChanged(
                        message.conversation(),
                        message.number(),
                        sent.event().sequence(),
                        message.message(),
                        member,
                        new ReactionsChanged.Reactions(List.of(emojis))),
                member);
    }

    /** Another text of a message that {@link #send} recorded, by its author. */
    static Recorded edit(Recorded sent, long sequence, String text) {
        SentMessage message = (SentMessage) sent.event().event();
        return record(
                sequence,
                new MessageEdited(
                        message.conversation(),
                        message.number(),
                        sent.event().sequence(),
                        message.message(),
                        message.author(),
                        new MessageContent(text)),
                message.author());
    }

    static Recorded changeProfile(UserId user, long sequence, String username, String name, @Nullable String about) {
        return record(sequence, new ProfileChanged(user, new ProfileDetails(username, name, about)), user);
    }

    static Recorded arrange(ConversationId conversation, UserId member, long sequence, Arrangement arrangement) {
        return record(sequence, new ConversationArranged(conversation, member, arrangement), member);
    }

    static Recorded hide(ConversationId conversation, UserId member, long sequence, NumberRange... numbers) {
        return record(sequence, new MessagesHidden(conversation, member, List.of(numbers)), member);
    }

    static Recorded makeFindable(UserId user, long sequence, Findable findable) {
        return record(sequence, new PrivacyChanged(user, findable), user);
    }

    static Recorded changeAvatar(UserId user, long sequence, @Nullable UploadId avatar) {
        return record(sequence, new AvatarChanged(user, avatar), user);
    }

    static Recorded changeStatus(UserId user, long sequence, StatusDetails status) {
        return record(sequence, new StatusChanged(user, status), user);
    }

    static Recorded changeContact(UserId user, long sequence, String email) {
        return record(sequence, new ContactChanged(user, new ContactDetails(email, null)), user);
    }

    /** Someone who {@link #register}ed. */
    static Recorded erase(UserId user) {
        Writers.bean(Erasures.class).begin(user, new ErasureId(UUID.randomUUID()), Set.of("objects"));
        Recorded erased = record(1, new AccountErased(user), user);
        // Another process hears of it, which takes a moment.
        await().until(() -> QueryService.bean(EventLog.class)
                                .readStream(StreamId.account(user), 0, 1)
                                .getFirst()
                                .event()
                        instanceof AccountRegistered registered
                && registered.content() == null);
        return erased;
    }

    private static void forget(UserId user, long position) {
        for (int queue = 0; queue < ConsumerGroup.HISTORY.queues(); queue++) {
            QueryService.bean(HistoryCheckpoints.class).advance(queue, position);
        }
        DirectoryWriter directory = Writers.bean(DirectoryWriter.class);
        directory.forget(user, position);
        directory.write(List.of(), 0, Checkpoint.at(position));
    }

    private static Recorded record(long sequence, ParleyEvent event, UserId actor) {
        return new Recorded(Writers.bean(EventLog.class)
                .append(List.of(fresh(sequence, event, actor)))
                .getFirst());
    }

    private static NewEvent fresh(long sequence, ParleyEvent event, UserId actor) {
        Metadata metadata = new Metadata(actor, null, UUID.randomUUID(), null);
        return new NewEvent(new EventId(UUID.randomUUID()), sequence, event, null, metadata);
    }

    /** As a copy of the log holds it. */
    static byte[] row(StoredEvent stored) {
        return Base64.getDecoder()
                .decode(QueryService.bean(SealedRows.class).write(stored).orElseThrow());
    }

    private static HistoryChange said(StoredEvent stored, AnnotatesMessage about) {
        return new HistoryChange.Said(
                stored.position(),
                stored.sequence(),
                new SealedAnnotation(
                        about.conversation(),
                        about.number(),
                        EventName.of(about).type(),
                        about.member(),
                        stored.envelope().recorded(),
                        row(stored)));
    }

    private static HistoryChange mentioned(
            StoredEvent stored,
            long number,
            UserId author,
            ConversationId conversation,
            @Nullable MessageContent content) {
        Set<UserId> members = content == null ? Set.of() : content.mentioned();
        return new HistoryChange.Mentioned(stored.position(), conversation, number, author, members);
    }

    private static Optional<HistoryChange> threaded(StoredEvent stored, SentMessage sent) {
        return Optional.ofNullable(sent.thread())
                .map(place -> new HistoryChange.Threaded(
                        stored.position(),
                        sent.conversation(),
                        place.root().number(),
                        place.number(),
                        sent.number(),
                        stored.sequence(),
                        sent.author(),
                        stored.envelope().recorded(),
                        Stream.of(sent.author(), place.author()).collect(Collectors.toSet())));
    }

    private static void project(StoredEvent stored) {
        List<HistoryChange> history = new ArrayList<>();
        List<DirectoryChange> directory = new ArrayList<>();
        long position = stored.position();
        var at = stored.envelope().recorded();
        switch (stored.event()) {
            case DirectConversationStarted started ->
                history.add(new HistoryChange.Started(
                        position, started.conversation(), stored.sequence(), ConversationKind.DIRECT, null, at));
            case GroupCreated created ->
                history.add(new HistoryChange.Started(
                        position,
                        created.conversation(),
                        stored.sequence(),
                        ConversationKind.GROUP,
                        stored.sequence(),
                        at));
            case MemberAdded added ->
                history.add(new HistoryChange.Joined(
                        position, added.conversation(), stored.sequence(), added.member(), added.lastNumber()));
            case MembersAdded added ->
                added.members()
                        .forEach(member -> history.add(new HistoryChange.Joined(
                                position, added.conversation(), stored.sequence(), member, added.lastNumber())));
            case MemberLeft left ->
                history.add(new HistoryChange.Happened(position, left.conversation(), stored.sequence()));
            case MemberRemoved removed ->
                history.add(new HistoryChange.Happened(position, removed.conversation(), stored.sequence()));
            case GroupForgotten part ->
                history.add(new HistoryChange.Happened(position, part.conversation(), stored.sequence()));
            case AltersGroup altering ->
                history.add(new HistoryChange.Happened(position, altering.conversation(), stored.sequence()));
            case MessageSent sent -> {
                history.add(new HistoryChange.Written(
                        position,
                        new SealedMessage(sent.conversation(), sent.number(), stored.sequence(), at, row(stored)),
                        sent.author()));
                history.add(mentioned(stored, sent.number(), sent.author(), sent.conversation(), sent.content()));
                threaded(stored, sent).ifPresent(history::add);
            }
            case ReplySent reply -> {
                history.add(new HistoryChange.Replied(
                        position,
                        new SealedMessage(reply.conversation(), reply.number(), stored.sequence(), at, row(stored))));
                threaded(stored, reply).ifPresent(history::add);
            }
            case MessageEdited edited -> {
                history.add(said(stored, edited));
                history.add(
                        mentioned(stored, edited.number(), edited.member(), edited.conversation(), edited.content()));
            }
            case MessagesDelivered moved ->
                history.add(new HistoryChange.Reached(
                        position,
                        moved.conversation(),
                        moved.member(),
                        ReceiptKind.DELIVERED,
                        moved.upTo(),
                        moved.disclosed(),
                        at));
            case MessagesRead moved ->
                history.add(new HistoryChange.Reached(
                        position,
                        moved.conversation(),
                        moved.member(),
                        ReceiptKind.READ,
                        moved.upTo(),
                        moved.disclosed(),
                        at));
            case MessagePinned pinned ->
                history.add(new HistoryChange.Happened(position, pinned.conversation(), stored.sequence()));
            case MessageUnpinned unpinned ->
                history.add(new HistoryChange.Happened(position, unpinned.conversation(), stored.sequence()));
            case MessageDeleted deleted -> {
                history.add(new HistoryChange.Deleted(
                        position,
                        deleted.conversation(),
                        stored.sequence(),
                        deleted.number(),
                        deleted.target(),
                        row(stored)));
                InThread place = deleted.thread();
                if (place != null) {
                    history.add(new HistoryChange.Unthreaded(
                            position, deleted.conversation(), place.root().number(), place.number()));
                }
            }
            case AnnotatesMessage about -> history.add(said(stored, about));
            case AccountErased erased -> {
                forget(erased.account(), position);
                return;
            }
            case BlocksEvent _,
                    ContactChanged _,
                    PreferenceEvent _,
                    AdmissionEvent _,
                    ReportEvent _,
                    FriendshipEvent _,
                    MessageRequestsEvent _,
                    AccountSuspended _,
                    SuspensionLifted _,
                    LegalHoldPlaced _,
                    LegalHoldLifted _,
                    UnknownEvent _ -> {
                // no view shows these
            }
            case AccountRegistered registered -> {
                AccountDetails details = Objects.requireNonNull(registered.content());
                directory.add(new DirectoryEntry(
                        registered.account(), details.username(), details.displayName(), null, at, position));
            }
            case AvatarChanged changed ->
                directory.add(new AvatarChange(changed.account(), changed.avatar(), position));
            case StatusChanged changed -> {
                StatusDetails status = Objects.requireNonNull(changed.content());
                directory.add(new StatusChange(changed.account(), status, position));
            }
            case PrivacyChanged changed ->
                directory.add(new FindableChange(changed.account(), changed.findable(), position));
            case ProfileChanged changed -> {
                ProfileDetails profile = Objects.requireNonNull(changed.content());
                directory.add(new DirectoryEntry(
                        changed.account(), profile.username(), profile.displayName(), profile.about(), null, position));
            }
        }
        QueryService.bean(HistoryWriter.class).write(history);
        int queue = ConsumerGroup.HISTORY.queueOf(stored.envelope().partition());
        QueryService.bean(HistoryCheckpoints.class).advance(queue, position);
        if (ConsumerGroup.DIRECTORY.brings(0, stored.envelope())) {
            Writers.bean(DirectoryWriter.class).write(directory, 0, Checkpoint.at(position));
        }
    }
}
