package chat.parley.schemas;

import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.Partition;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document of what Parley publishes over RabbitMQ. */
final class AsyncApi {

    private static final String PARTITIONS = Partition.EVERY
            + " for what concerns everyone, else p and two digits: the CRC-32 of the partition key modulo "
            + Partition.COUNT;

    private final ObjectNode document = JsonMapper.shared().createObjectNode();
    private final Function<String, ObjectNode> schema;
    private final Function<EventType, JsonNode> example;

    private AsyncApi(Function<String, ObjectNode> schema, Function<EventType, JsonNode> example) {
        this.schema = schema;
        this.example = example;
    }

    /**
     * @param schema of a name, as published on its own
     * @param example an envelope of the type
     */
    static ObjectNode create(Function<String, ObjectNode> schema, Function<EventType, JsonNode> example) {
        return new AsyncApi(schema, example).create();
    }

    private ObjectNode create() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Parley's events")
                .put("version", "1")
                .put(
                        "description",
                        "Every event of the log, in order within a partition, at least once. A reader stores the position it has"
                                + " reached and drops what is not beyond it.");
        document.put("defaultContentType", Envelope.MEDIA_TYPE);
        channel("events", "parley.events", "Internal: what Parley's own services consume.");
        channel(
                "analytics",
                "parley.analytics",
                "For analysts: events without the property content. Bind a queue of your own.");
        channel(
                "analyticsContent",
                "parley.analytics.content",
                "For analysts who may see content. Bind a queue of your own.");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("envelope", embedded(EnvelopeSchema.NAME));
        for (EventType type : EventType.values()) {
            messages.set(type.published(), message(type));
            schemas.set(type.published(), embedded(type.published()));
        }
        return document;
    }

    private void channel(String name, String exchange, String description) {
        ObjectNode channel = document.withObjectProperty("channels").putObject(name);
        channel.put("address", "{partition}.{event}");
        channel.put("description", description);
        ObjectNode parameters = channel.putObject("parameters");
        parameters.putObject("partition").put("description", PARTITIONS);
        ObjectNode event = parameters.putObject("event").put("description", "The type without its first segment.");
        Arrays.stream(EventType.values())
                .forEach(type -> event.withArrayProperty("enum").add(type.routed()));
        ObjectNode messages = channel.putObject("messages");
        for (EventType type : EventType.values()) {
            messages.putObject(type.published()).put("$ref", "#/components/messages/" + type.published());
        }
        ObjectNode amqp = channel.putObject("bindings").putObject("amqp");
        amqp.put("is", "routingKey").put("bindingVersion", "0.3.0");
        amqp.putObject("exchange")
                .put("name", exchange)
                .put("type", "topic")
                .put("durable", true)
                .put("autoDelete", false)
                .put("vhost", "/");
        document.withObjectProperty("operations")
                .putObject("publishTo" + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .put("action", "send")
                .putObject("channel")
                .put("$ref", "#/channels/" + name);
    }

    private ObjectNode message(EventType type) {
        ObjectNode message = JsonMapper.shared().createObjectNode();
        message.put("name", type.published()).put("contentType", Envelope.MEDIA_TYPE);
        JsonNode summary = schema.apply(type.published()).path("description");
        message.put("summary", summary.asString(type.published()));
        ObjectNode payload = message.putObject("payload");
        payload.withArrayProperty("allOf").addObject().put("$ref", "#/components/schemas/" + EnvelopeSchema.NAME);
        ObjectNode properties = payload.putObject("properties");
        properties.putObject("type").put("const", type.published());
        properties.putObject("data").put("$ref", "#/components/schemas/" + type.published());
        message.withArrayProperty("examples").addObject().set("payload", example.apply(type));
        return message;
    }

    /** Without what only a document of its own has. */
    private ObjectNode embedded(String name) {
        ObjectNode copy = schema.apply(name).deepCopy();
        copy.remove("$schema");
        copy.remove("$id");
        return copy;
    }
}
