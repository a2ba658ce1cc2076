package chat.parley.gateway.frames;

import chat.parley.contracts.CursorsMoved;
import chat.parley.contracts.Sent;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Rates;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame from the server, except those about events: see {@link LogFrame}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerFrame {

    @JsonTypeName("hello")
    record Hello(
            SessionId session,
            UserId user,
            long heartbeatMs,
            int maxTextLength,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FrameLimits limits)
            implements ServerFrame {}

    /**
     * What is accepted of one account; what is more is refused.
     *
     * @param mentions of a message, at most
     * @param conversations in one {@code received} or {@code read}, at most
     * @param sends how often messages are taken; all of these rates apply together
     * @param marks how often reports of what was received and read are taken
     */
    record FrameLimits(int mentions, int conversations, List<FrameRate> sends, List<FrameRate> marks) {}

    /** So many times within a time, in a burst or spread over it. */
    record FrameRate(long times, long withinMs) {

        public static List<FrameRate> each(Rates rates) {
            return rates.each().stream()
                    .map(rate -> new FrameRate(rate.times(), rate.period().toMillis()))
                    .toList();
        }
    }

    @JsonTypeName("ready")
    record Ready(String cursor, long position, boolean reset) implements ServerFrame {}

    /** Answers a client's message. */
    @JsonTypeName("ack")
    record MessageAck(@Nullable String ref, @JsonUnwrapped Sent sent) implements ServerFrame {}

    /** Answers a client's watermarks. */
    @JsonTypeName("ack")
    record CursorsAck(@Nullable String ref, @JsonUnwrapped CursorsMoved moved) implements ServerFrame {}

    @JsonTypeName("presence")
    record PresenceOf(UserId user, boolean online, @Nullable Instant lastSeen) implements ServerFrame {}

    @JsonTypeName("typing")
    record TypingBy(ConversationId conversation, UserId user, boolean on) implements ServerFrame {}

    /** What the other device in a call says. */
    @JsonTypeName("call.signal")
    record CallSignalled(ConversationId conversation, MessageId call, UserId from, String data)
            implements ServerFrame {}

    /**
     * This device is connected to the call of a group.
     *
     * @param epoch of the connection; where it is another one than before, all is to be made anew
     * @param feed the name that the device has in the call
     */
    @JsonTypeName("sfu.joined")
    record SfuJoined(ConversationId conversation, MessageId call, long epoch, String feed) implements ServerFrame {}

    /**
     * Who else is connected.
     *
     * @param version raised with each list; an older one never counts
     * @param feeds all of them
     */
    @JsonTypeName("sfu.feeds")
    record SfuFeeds(ConversationId conversation, MessageId call, long version, List<SfuFeed> feeds)
            implements ServerFrame {}

    /** What somebody sends at the moment, and whether their hand is raised. */
    record SfuFeed(String feed, UserId user, boolean microphone, boolean camera, boolean screen, boolean hand) {}

    /** @param sdp the answer to the device's offer */
    @JsonTypeName("sfu.published")
    record SfuPublished(ConversationId conversation, MessageId call, String sdp) implements ServerFrame {}

    /**
     * What the device will receive.
     *
     * @param offer counts up
     * @param streams what is on which medium of the offer; on those not named there is nothing
     */
    @JsonTypeName("sfu.offer")
    record SfuOffer(ConversationId conversation, MessageId call, long offer, String sdp, List<SfuStream> streams)
            implements ServerFrame {}

    record SfuStream(String mid, String feed, String source) {}

    @JsonTypeName("sfu.talking")
    record SfuTalking(ConversationId conversation, MessageId call, String feed, boolean on) implements ServerFrame {}

    /** Nothing of the connection is left: the device joins anew, if it is still in the call. */
    @JsonTypeName("sfu.reset")
    record SfuReset(ConversationId conversation, MessageId call) implements ServerFrame {}

    /** @param device the person's name for it, null if they gave none */
    @JsonTypeName("signed-in")
    record SignedInElsewhere(SessionId session, @Nullable String device) implements ServerFrame {}

    @JsonTypeName("pong")
    record Pong(
            @Nullable String ref,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cursor) implements ServerFrame {}

    /** @param field of the frame that is to blame, null where none is */
    @JsonTypeName("error")
    record Failure(
            @Nullable String ref,
            String code,
            @Nullable String field,
            String message,
            boolean retryable,
            @Nullable Long retryAfterMs)
            implements ServerFrame {

        public static Failure of(@Nullable String ref, Refused refused) {
            Duration retryAfter = refused.retryAfter();
            return new Failure(
                    ref,
                    refused.reason().code(),
                    refused.fields().isEmpty()
                            ? null
                            : refused.fields().getFirst().field(),
                    refused.sentence(),
                    refused.reason().retryable(),
                    retryAfter == null ? null : (Long) retryAfter.toMillis());
        }
    }
}
