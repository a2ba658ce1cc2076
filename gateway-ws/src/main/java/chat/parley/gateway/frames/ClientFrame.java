package chat.parley.gateway.frames;

import chat.parley.contracts.NewAttachment;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.Mention;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A frame from a client. */
public sealed interface ClientFrame {

    /** Returned as {@code ref} in the answer; null if the client does not care. */
    @Nullable
    String id();

    record Resume(@Nullable String id, @Nullable String cursor) implements ClientFrame {}

    /**
     * @param mentions who is mentioned and where in the text, which then has to be in NFC; none or null for nobody
     * @param replyTo the sequence of the message that this one answers, or null
     * @param thread the sequence of the message in whose thread it is written, or null
     * @param alsoInConversation true if what is written in a thread is sent to the conversation too
     * @param forwarded true if its author sends on what was said elsewhere
     * @param link a preview of a page, to be shown with it, or null
     * @param attachments its files, in order; none or null for none
     */
    record Send(
            @Nullable String id,
            ConversationId conversation,
            MessageId message,
            String text,
            @Nullable List<Mention> mentions,
            @Nullable Long replyTo,
            @Nullable Long thread,
            @Nullable Boolean alsoInConversation,
            @Nullable Boolean forwarded,
            @Nullable LinkPreviewId link,
            @Nullable List<NewAttachment> attachments)
            implements ClientFrame {}

    /** @param upTo the number up to which every message is on this device, by conversation */
    record Received(@Nullable String id, Map<ConversationId, Long> upTo) implements ClientFrame {}

    /** @param upTo the number up to which every message was shown, by conversation */
    record Read(@Nullable String id, Map<ConversationId, Long> upTo) implements ClientFrame {}

    /** @param users whose presence is in view; null for the people of one's direct conversations */
    record Watch(@Nullable String id, @Nullable Set<UserId> users) implements ClientFrame {}

    record Focus(@Nullable String id, @Nullable ConversationId conversation) implements ClientFrame {}

    record Typing(@Nullable String id, ConversationId conversation, boolean on) implements ClientFrame {}

    /**
     * What a device in a call tells the other.
     *
     * @param call the id of the message that stands for it
     * @param data what only the devices understand
     */
    @JsonTypeName("call.signal")
    record CallSignal(@Nullable String id, ConversationId conversation, MessageId call, String data)
            implements ClientFrame {}

    /**
     * Connect this device, which has a place in the call of a group, to what is heard and seen there.
     *
     * @param anew whether the device has nothing of an earlier connection; otherwise it is told again what it missed
     */
    @JsonTypeName("sfu.join")
    record SfuJoin(@Nullable String id, ConversationId conversation, MessageId call, boolean anew)
            implements ClientFrame {}

    /**
     * What the device sends.
     *
     * @param sdp the offer
     * @param sources what each medium of the offer is, by its mid: microphone, camera or screen
     */
    @JsonTypeName("sfu.publish")
    record SfuPublish(
            @Nullable String id, ConversationId conversation, MessageId call, String sdp, Map<String, String> sources)
            implements ClientFrame {}

    /** @param streams all that the device wants to receive from now on */
    @JsonTypeName("sfu.want")
    record SfuWant(@Nullable String id, ConversationId conversation, MessageId call, List<SfuWish> streams)
            implements ClientFrame {}

    /**
     * @param feed whose
     * @param source microphone, camera or screen
     * @param layer of a camera: 0 for the smallest picture to 2 for the largest
     */
    record SfuWish(String feed, String source, int layer) {}

    /** @param offer the number of the offer that is answered */
    @JsonTypeName("sfu.answer")
    record SfuAnswer(@Nullable String id, ConversationId conversation, MessageId call, long offer, String sdp)
            implements ClientFrame {}

    /** Which of its sources the device sends at the moment, and whether a hand is raised. */
    @JsonTypeName("sfu.state")
    record SfuState(
            @Nullable String id,
            ConversationId conversation,
            MessageId call,
            boolean microphone,
            boolean camera,
            boolean screen,
            boolean hand)
            implements ClientFrame {}

    record Ping(@Nullable String id) implements ClientFrame {}
}
