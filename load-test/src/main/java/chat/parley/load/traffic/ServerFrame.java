package chat.parley.load.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The fields of a server frame that matter here, read in one pass without building anything else. */
final class ServerFrame {

    private static final byte[] PRESENCE = "{\"type\":\"presence\"".getBytes(StandardCharsets.US_ASCII);
    private static final JsonFactory JSON = new JsonFactory();

    String type = "";
    String kind = "";
    String member = "";
    String author = "";
    String message = "";
    String code = "";
    String cursor = "";
    boolean reset;

    @Nullable
    String ref;

    long sequence;
    long number;
    long upTo;

    /** Whether a frame tells of someone's presence, of which there are so many that reading them would cost the product processor time. */
    static boolean isPresence(byte[] bytes, int offset, int length) {
        return length > PRESENCE.length
                && Arrays.equals(bytes, offset, offset + PRESENCE.length, PRESENCE, 0, PRESENCE.length);
    }

    /** Reads a frame, the fields of an event's data among its own. */
    static ServerFrame read(byte[] bytes, int offset, int length) {
        ServerFrame frame = new ServerFrame();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    frame.take(parser.currentName(), parser);
                }
            }
        }
        return frame;
    }

    private void take(String name, JsonParser parser) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
            takeText(name, parser);
        } else if (value == JsonToken.VALUE_NUMBER_INT) {
            takeNumber(name, parser);
        } else if (name.equals("reset")) {
            reset = value == JsonToken.VALUE_TRUE;
        } else if (value == JsonToken.START_ARRAY || name.equals("content")) {
            parser.skipChildren();
        }
    }

    private void takeText(String name, JsonParser parser) {
        switch (name) {
            case "type" -> type = parser.getString();
            case "kind" -> kind = parser.getString();
            case "member" -> member = parser.getString();
            case "author" -> author = parser.getString();
            case "message" -> message = parser.getString();
            case "code" -> code = parser.getString();
            case "cursor" -> cursor = parser.getString();
            case "ref" -> ref = parser.getString();
            default -> {
                // not needed
            }
        }
    }

    private void takeNumber(String name, JsonParser parser) {
        switch (name) {
            case "sequence" -> sequence = parser.getLongValue();
            case "number" -> number = parser.getLongValue();
            case "upTo" -> upTo = parser.getLongValue();
            default -> {
                // not needed
            }
        }
    }
}
