package chat.parley.gateway.frames;

import chat.parley.access.WellFormedText;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.NewMessage;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses client frames strictly: nothing is converted or guessed, and duplicate fields are refused; unknown fields are
 * ignored. A string with half a surrogate pair makes a frame malformed, as in I-JSON (RFC 7493, 2.1): it has no UTF-8, so it
 * could not be sent to anyone.
 */
public final class ClientFrames {

    private static final int MAX_ID_LENGTH = 64;
    private static final int MAX_WATCHED = 200;
    private static final int MAX_MENTIONS = 50;
    private static final int MAX_SIGNAL_LENGTH = 16_000;
    private static final int MAX_SDP_LENGTH = 60_000;
    private static final int MAX_STREAMS = 150;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ClientFrames() {}

    public static ClientFrame read(String text) throws UnreadableFrame {
        JsonNode frame = object(text);
        String id = id(frame);
        try {
            Fields fields = new Fields(frame);
            // The frame was decoded from UTF-8, so half a pair can only come from an escape.
            if (text.contains("\\u")) {
                fields.requireWholeCharacters();
            }
            return read(id, fields);
        } catch (Refused refused) {
            throw new UnreadableFrame(id, refused);
        }
    }

    private static ClientFrame read(@Nullable String id, Fields fields) {
        return switch (fields.text("type")) {
            case "resume" -> new ClientFrame.Resume(id, fields.textOrNull("cursor"));
            case "send" ->
                new ClientFrame.Send(
                        id,
                        conversation(fields),
                        message(fields),
                        fields.text("text"),
                        fields.mentionsOrNull("mentions", MAX_MENTIONS),
                        fields.countOrNull("replyTo"),
                        fields.countOrNull("thread"),
                        fields.flagOrNull("alsoInConversation"),
                        fields.flagOrNull("forwarded"),
                        fields.idOrNull("link", LinkPreviewId::of),
                        fields.attachmentsOrNull("attachments", NewMessage.MOST_ATTACHMENTS));
            case "received" -> new ClientFrame.Received(id, counts(fields));
            case "read" -> new ClientFrame.Read(id, counts(fields));
            case "focus" -> new ClientFrame.Focus(id, fields.idOrNull("conversation", ConversationId::of));
            case "watch" -> new ClientFrame.Watch(id, users(fields));
            case "typing" -> new ClientFrame.Typing(id, conversation(fields), fields.flag("on"));
            case "call.signal" ->
                new ClientFrame.CallSignal(
                        id,
                        conversation(fields),
                        fields.id("call", MessageId::of),
                        fields.text("data", MAX_SIGNAL_LENGTH));
            case "sfu.join" -> new ClientFrame.SfuJoin(id, conversation(fields), call(fields), fields.flag("anew"));
            case "sfu.publish" ->
                new ClientFrame.SfuPublish(
                        id,
                        conversation(fields),
                        call(fields),
                        fields.text("sdp", MAX_SDP_LENGTH),
                        fields.sources("sources"));
            case "sfu.want" ->
                new ClientFrame.SfuWant(id, conversation(fields), call(fields), fields.wishes("streams", MAX_STREAMS));
            case "sfu.answer" ->
                new ClientFrame.SfuAnswer(
                        id,
                        conversation(fields),
                        call(fields),
                        fields.count("offer"),
                        fields.text("sdp", MAX_SDP_LENGTH));
            case "sfu.state" ->
                new ClientFrame.SfuState(
                        id,
                        conversation(fields),
                        call(fields),
                        fields.flag("microphone"),
                        fields.flag("camera"),
                        fields.flag("screen"),
                        fields.flag("hand"));
            case "ping" -> new ClientFrame.Ping(id);
            default -> throw Refused.forField("type", Reason.UNKNOWN_FRAME);
        };
    }

    private static JsonNode object(String text) throws UnreadableFrame {
        try {
            JsonNode frame = JSON.readTree(text);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException e) {
            // answered below: a client is told that, not where, it went wrong
        }
        throw new UnreadableFrame(
                null, new Refused(Reason.MALFORMED, "A frame has to be one JSON object that has no field twice."));
    }

    private static @Nullable String id(JsonNode frame) throws UnreadableFrame {
        JsonNode id = frame.path("id");
        if (id.isMissingNode() || id.isNull()) {
            return null;
        }
        if (id.isString() && id.stringValue().length() <= MAX_ID_LENGTH && WellFormedText.areAllOf(id.stringValue())) {
            return id.stringValue();
        }
        String rule =
                "The field id has to be a string of at most " + MAX_ID_LENGTH + " UTF-16 units, whole characters.";
        throw new UnreadableFrame(null, Refused.forFields(List.of(new FieldProblem("id", Reason.MALFORMED, rule))));
    }

    private static ConversationId conversation(Fields fields) {
        return fields.id("conversation", ConversationId::of);
    }

    private static MessageId call(Fields fields) {
        return fields.id("call", MessageId::of);
    }

    private static MessageId message(Fields fields) {
        return fields.id("message", MessageId::of);
    }

    private static Map<ConversationId, Long> counts(Fields fields) {
        return fields.counts("upTo", ConversationId::of, CursorMoves.MOST);
    }

    private static @Nullable Set<UserId> users(Fields fields) {
        List<UserId> users = fields.idsOrNull("users", UserId::of, MAX_WATCHED);
        return users == null ? null : Set.copyOf(users);
    }
}
