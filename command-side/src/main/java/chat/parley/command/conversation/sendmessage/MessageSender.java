package chat.parley.command.conversation.sendmessage;

import chat.parley.access.Caller;
import chat.parley.command.attachment.Attachments;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.erasure.ErasedPeople;
import chat.parley.command.linkpreview.LinkPreviewDrafts;
import chat.parley.command.text.Mentions;
import chat.parley.command.text.VisibleText;
import chat.parley.contracts.NewAttachment;
import chat.parley.contracts.NewMessage;
import chat.parley.contracts.Sent;
import chat.parley.events.ConversationId;
import chat.parley.events.InThread;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UploadId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends messages, each once however often it is requested. */
@Component
public final class MessageSender {

    /** What may have come between two attempts. */
    private static final Set<Reason> SINCE = EnumSet.of(
            Reason.ACCOUNT_ERASED,
            Reason.UPLOAD_UNKNOWN,
            Reason.CONVERSATION_UNKNOWN,
            Reason.ORIGIN_GONE,
            Reason.GROUP_CLOSED,
            Reason.NOT_PERMITTED,
            Reason.MUTED,
            Reason.NOT_ACCEPTED,
            Reason.UNBLOCK_FIRST,
            Reason.ACCEPT_FIRST);

    /** What makes a repetition the same message. */
    private record Said(
            MessageContent words,
            List<UploadId> files,
            @Nullable Long replyTo,
            @Nullable Long thread) {

        /** Of the mentions those are recorded that were of members. */
        boolean isIn(SentMessage known) {
            MessageContent content = known.content();
            return content != null
                    && words.text().equals(content.text())
                    && words.mentions().containsAll(content.mentions())
                    && files.equals(known.attachments())
                    && Objects.equals(replyTo, answered(known))
                    && Objects.equals(thread, threadOf(known));
        }
    }

    private final CommandDispatch dispatch;
    private final TargetMessages targets;
    private final ConversationFactsCache conversations;
    private final BlockedConversations blocked;
    private final ErasedPeople erased;
    private final LinkPreviewDrafts previews;
    private final EventLog log;
    private final Attachments attachments;
    private final Clock clock;

    MessageSender(
            CommandDispatch dispatch,
            TargetMessages targets,
            ConversationFactsCache conversations,
            BlockedConversations blocked,
            ErasedPeople erased,
            LinkPreviewDrafts previews,
            EventLog log,
            Attachments attachments,
            ObjectProvider<Clock> clock) {
        this.dispatch = dispatch;
        this.targets = targets;
        this.blocked = blocked;
        this.conversations = conversations;
        this.erased = erased;
        this.previews = previews;
        this.log = log;
        this.attachments = attachments;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /**
     * @param request its message id was chosen by the author's client; the same id with the same text gets the first answer. Mentions of people who
     *     are no members are left out
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#MESSAGE_ID_INVALID}, {@link Reason#MESSAGE_ID_REUSED}, {@link
     *     Reason#ACCOUNT_ERASED}, {@link Reason#ORIGIN_GONE} if what it answers, or the thread is about, is not there for its author, {@link
     *     Reason#IN_A_THREAD}, {@link Reason#NOT_PERMITTED}, {@link Reason#MUTED} and {@link Reason#GROUP_CLOSED} by the group, {@link
     *     Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}, {@link Reason#ACCEPT_FIRST}, {@link Reason#CONFLICT}, and as
     *     {@link Mentions#content}, {@link Attachments#require} and {@link Attachments#of} do
     */
    public Sent send(Caller caller, ConversationId conversation, NewMessage request) {
        MessageId message = request.message();
        if (!message.isVersion7()) {
            throw Refused.forField("message", Reason.MESSAGE_ID_INVALID);
        }
        Attachments.require(request.attachments());
        MessageContent words = words(request);
        Said said = new Said(words, ids(request.attachments()), request.replyTo(), request.thread());
        CommandId id = CommandId.of(caller.user(), message);
        if (!conversations.hasBeenMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        try {
            if (request.thread() != null
                    && !Boolean.TRUE.equals(request.alsoInConversation())
                    && !request.attachments().isEmpty()) {
                throw Refused.forField("attachments", Reason.ATTACHMENT_INVALID);
            }
            MessageReference origin = origin(caller, conversation, request.replyTo());
            SendMessage command = new SendMessage(
                    conversation,
                    caller.user(),
                    message,
                    origin,
                    root(caller, conversation, request.thread()),
                    Boolean.TRUE.equals(request.alsoInConversation()),
                    Boolean.TRUE.equals(request.forwarded()),
                    withPage(caller, words, request.link()).with(attachments.of(caller.user(), request.attachments())),
                    erased.known(),
                    clock.instant());
            List<StoredEvent> recorded = blocked.say(caller, conversation, () -> dispatch.send(command, caller, id));
            return recorded.isEmpty() ? firstAttempt(conversation, id, said) : sentNow(recorded.getFirst());
        } catch (AlreadyRecorded longAgo) {
            return firstAttempt(conversation, id, said);
        } catch (Refused refused) {
            return recordedBefore(refused, conversation, id, said);
        }
    }

    private static MessageContent words(NewMessage request) {
        boolean onlyFiles = !request.attachments().isEmpty() && !VisibleText.isIn(request.text());
        return onlyFiles ? new MessageContent("") : Mentions.content(request.text(), request.mentions());
    }

    private static List<UploadId> ids(List<NewAttachment> files) {
        return files.stream().map(NewAttachment::upload).toList();
    }

    /** A message is worth more than what is shown with it. */
    private MessageContent withPage(Caller caller, MessageContent content, @Nullable LinkPreviewId link) {
        return link == null
                ? content
                : previews.find(caller.user(), link).map(content::showing).orElse(content);
    }

    private @Nullable MessageReference origin(Caller caller, ConversationId conversation, @Nullable Long replyTo) {
        if (replyTo == null) {
            return null;
        }
        SentMessage answered = targets.find(caller, conversation, replyTo)
                .filter(found -> found.content() != null)
                .orElseThrow(() -> Refused.forField("replyTo", Reason.ORIGIN_GONE));
        return new MessageReference(answered.number(), replyTo);
    }

    /** It may be gone: the aggregate knows whether there is a thread about it. */
    private SendMessage.@Nullable Root root(Caller caller, ConversationId conversation, @Nullable Long thread) {
        if (thread == null) {
            return null;
        }
        SentMessage root = targets.find(caller, conversation, thread)
                .orElseThrow(() -> Refused.forField("thread", Reason.ORIGIN_GONE));
        if (root.thread() != null) {
            throw Refused.forField("thread", Reason.IN_A_THREAD);
        }
        return new SendMessage.Root(new MessageReference(root.number(), thread), root.author());
    }

    private Sent sentNow(StoredEvent stored) {
        Sent sent = sent(stored);
        if (sent.number() > 0) {
            conversations.numbered(sent.conversation(), sent.number());
        }
        return sent;
    }

    /**
     * A message that was recorded earlier gets its first answer, even if its author has left, the other person was erased or
     * what it answers was deleted since.
     */
    private Sent recordedBefore(Refused refused, ConversationId conversation, CommandId id, Said said) {
        boolean recorded = SINCE.contains(refused.reason())
                && log.findByCommand(StreamId.conversation(conversation), id).isPresent();
        if (recorded) {
            return firstAttempt(conversation, id, said);
        }
        throw refused;
    }

    /**
     * If the first text was deleted, it cannot be compared with this one: anything kept for comparison would let a short
     * text be guessed. So the answer is the first one, marked as gone.
     */
    private Sent firstAttempt(ConversationId conversation, CommandId id, Said said) {
        StoredEvent first = log.findByCommand(StreamId.conversation(conversation), id)
                .orElseThrow(() -> new IllegalStateException("the message is recorded, but the event is missing"));
        SentMessage known = message(first);
        if (known.content() != null && !said.isIn(known)) {
            throw Refused.forField("message", Reason.MESSAGE_ID_REUSED);
        }
        return sent(first);
    }

    private static @Nullable Long threadOf(SentMessage sent) {
        InThread place = sent.thread();
        return place == null ? null : place.root().sequence();
    }

    private static @Nullable Long answered(SentMessage sent) {
        MessageReference origin = sent.replyTo();
        return origin == null ? null : origin.sequence();
    }

    private static Sent sent(StoredEvent stored) {
        SentMessage event = message(stored);
        return new Sent(
                event.conversation(),
                event.message(),
                stored.sequence(),
                event.number(),
                event.thread(),
                stored.envelope().recorded(),
                stored.position(),
                event.content() == null);
    }

    private static SentMessage message(StoredEvent stored) {
        if (stored.event() instanceof SentMessage sent) {
            return sent;
        }
        if (stored.event() instanceof UnknownEvent) {
            throw new Refused(Reason.NEWER_EVENT);
        }
        throw new IllegalStateException(
                "a message's id recorded " + stored.envelope().type());
    }
}
