package chat.parley.distribution;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes of an unreadable message that identify its place in the log. Only attributes in exactly the form of an
 * envelope are used: anything else might be content.
 */
final class SafeEnvelopeAttributes {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Map<String, Pattern> TEXTS = Map.of(
            "id", Pattern.compile(UUID),
            "source", Pattern.compile(UUID),
            "type", Pattern.compile("parley\\.[a-z-]{1,40}\\.[a-z-]{1,40}\\.v[0-9]{1,4}"),
            "subject", Pattern.compile("[a-z-]{1,40}(/" + UUID + "){1,2}"),
            "time", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z"),
            "partitionkey", Pattern.compile(UUID));

    private SafeEnvelopeAttributes() {}

    static ObjectNode of(JsonMapper json, byte[] body) {
        JsonNode read = tree(json, body);
        ObjectNode known = json.createObjectNode().put("specversion", "1.0");
        TEXTS.forEach((name, form) -> {
            String value = read.path(name).stringValue("");
            if (form.matcher(value).matches()) {
                known.put(name, value);
            }
        });
        for (String name : new String[] {"position", "sequence"}) {
            JsonNode value = read.path(name);
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                known.put(name, value.longValue());
            }
        }
        return known;
    }

    private static JsonNode tree(JsonMapper json, byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            return json.createObjectNode();
        }
    }
}
