package chat.parley.schemas;

import chat.parley.events.Envelope;
import chat.parley.events.Partition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of {@link Envelope} on the wire, whatever event it holds. */
final class EnvelopeSchema {

    static final String NAME = "envelope";

    private final ObjectNode properties = JsonMapper.shared().createObjectNode();
    private final ArrayNode required = JsonMapper.shared().createArrayNode();

    private EnvelopeSchema() {}

    static ObjectNode create() {
        return EventSchemas.named(
                new EnvelopeSchema().body(), NAME, "An event as it travels: structured CloudEvents 1.0 JSON.");
    }

    private ObjectNode body() {
        attribute("specversion", "string", "Of CloudEvents.").put("const", "1.0");
        attribute("id", "string", "The event's id, the same wherever it appears.")
                .put("format", "uuid");
        attribute("source", "string", "The log it is recorded in.").put("format", "uuid");
        attribute("type", "string", "The event's name and revision; the schema of data is called the same.")
                .put("pattern", "^parley\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$");
        attribute("subject", "string", "The stream, one aggregate's history: category and key.")
                .put("pattern", "^[a-z-]+/.+$");
        attribute("time", "string", "When it was recorded, UTC, never less than the position before.")
                .put("format", "date-time");
        attribute("position", "integer", "The place in the log, from 1, without holes.")
                .put("minimum", 1);
        attribute("sequence", "integer", "The place in the stream, from 0, without holes.")
                .put("minimum", 0);
        attribute(
                "partitionkey",
                "string",
                "The key of the partition, whose number is its CRC-32 modulo " + Partition.COUNT + ".");
        attribute("datacontenttype", "string", "Of data.").put("const", "application/json");
        attribute("data", "object", "The event.");
        optional("facets", "string", "JSON: what the event means to those who do not know its type.");
        optional("sealed", "string", "Base64, between services only: the sealed row of the log.");
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private ObjectNode attribute(String name, String type, String description) {
        required.add(name);
        return optional(name, type, description);
    }

    private ObjectNode optional(String name, String type, String description) {
        return properties.putObject(name).put("type", type).put("description", description);
    }
}
