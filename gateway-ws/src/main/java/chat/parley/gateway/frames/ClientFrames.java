package chat.parley.gateway.frames;

import chat.parley.contracts.CursorMoves;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.refusals.Reason;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads client frames: nothing is converted, guessed or taken twice; fields not known here are ignored. */
public final class ClientFrames {

    private static final int MAX_ID_LENGTH = 64;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ClientFrames() {}

    public static ClientFrame read(String text) throws UnreadableFrame {
        JsonNode frame = object(text);
        String id = id(frame);
        try {
            return read(id, new Fields(frame));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFrame(id, Reason.MALFORMED);
        }
    }

    private static ClientFrame read(@Nullable String id, Fields fields) throws UnreadableFrame {
        return switch (fields.text("type")) {
            case "resume" -> new ClientFrame.Resume(id, fields.textOrNull("cursor"));
            case "send" ->
                new ClientFrame.Send(
                        id, conversation(fields), MessageId.of(fields.text("message")), fields.text("text"));
            case "received" -> new ClientFrame.Received(id, fields.counts("upTo"));
            case "read" -> new ClientFrame.Read(id, fields.counts("upTo"));
            case "focus" -> new ClientFrame.Focus(id, conversationOrNull(fields));
            case "typing" -> new ClientFrame.Typing(id, conversation(fields), fields.flag("on"));
            case "ping" -> new ClientFrame.Ping(id);
            default -> throw new UnreadableFrame(id, Reason.UNKNOWN_FRAME);
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
        throw new UnreadableFrame(null, Reason.MALFORMED);
    }

    private static @Nullable String id(JsonNode frame) throws UnreadableFrame {
        JsonNode id = frame.path("id");
        if (id.isMissingNode()) {
            return null;
        }
        if (id.isString() && id.stringValue().length() <= MAX_ID_LENGTH) {
            return id.stringValue();
        }
        throw new UnreadableFrame(null, Reason.MALFORMED);
    }

    private static ConversationId conversation(Fields fields) {
        return ConversationId.of(fields.text("conversation"));
    }

    private static @Nullable ConversationId conversationOrNull(Fields fields) {
        String conversation = fields.textOrNull("conversation");
        return conversation == null ? null : ConversationId.of(conversation);
    }

    /** The fields of one frame, each of exactly the kind that is asked for. */
    private record Fields(JsonNode frame) {

        String text(String name) {
            JsonNode value = frame.path(name);
            if (!value.isString()) {
                throw new IllegalArgumentException(name);
            }
            return value.stringValue();
        }

        @Nullable
        String textOrNull(String name) {
            JsonNode value = frame.path(name);
            return value.isMissingNode() || value.isNull() ? null : text(name);
        }

        /** A number for each of one or several conversations. */
        Map<ConversationId, Long> counts(String name) {
            JsonNode value = frame.path(name);
            if (!value.isObject() || value.isEmpty() || value.size() > CursorMoves.MOST) {
                throw new IllegalArgumentException(name);
            }
            Map<ConversationId, Long> counts = new HashMap<>();
            value.forEachEntry((conversation, count) -> counts.put(ConversationId.of(conversation), count(count)));
            return counts;
        }

        private static long count(JsonNode value) {
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                throw new IllegalArgumentException("no count");
            }
            return value.longValue();
        }

        boolean flag(String name) {
            JsonNode value = frame.path(name);
            if (!value.isBoolean()) {
                throw new IllegalArgumentException(name);
            }
            return value.booleanValue();
        }
    }
}
