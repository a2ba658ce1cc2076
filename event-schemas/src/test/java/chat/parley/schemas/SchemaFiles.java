package chat.parley.schemas;

import chat.parley.events.EventName;
import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is generated from the published types, by file name, and where it is kept. */
final class SchemaFiles {

    /** What ships: regenerated at any change, so that the change is seen in review. */
    static final Path SHIPPED = Path.of("src", "main", "resources", "schemas");

    /** As it was when it was released, one file a revision: no shipped schema may break what it says. */
    static final Path RELEASED = Path.of("src", "test", "resources", "released");

    static final String ASYNCAPI = "asyncapi.json";

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final JsonMapper JSON = JsonMapper.shared();

    private SchemaFiles() {}

    /** The schemas of the envelope and of every revision of every event, by name. */
    static Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        schemas.put(EnvelopeSchema.NAME, EnvelopeSchema.create());
        for (EventType type : EventType.values()) {
            for (int revision = 1; revision <= type.revision(); revision++) {
                EventName name = new EventName(type.typeName(), revision);
                Class<?> shape = EventType.shapeOf(name).orElseThrow();
                schemas.put(name.published(), EventSchemas.of(shape, name.published()));
            }
        }
        return schemas;
    }

    /** Everything that ships, by file name. */
    static Map<String, JsonNode> generated() {
        Map<String, ObjectNode> schemas = schemas();
        Map<String, JsonNode> files = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> files.put(file(name), schema));
        files.put(
                ASYNCAPI,
                AsyncApi.create(name -> Objects.requireNonNull(schemas.get(name), name), SchemaFiles::example));
        files.replaceAll((_, content) -> GeneratedFile.asRead(content));
        return files;
    }

    static String file(String name) {
        return name + ".json";
    }

    /** One of what ships. */
    static JsonNode generated(String file) {
        return Objects.requireNonNull(generated().get(file), file);
    }

    static JsonNode golden(String published) {
        return new GeneratedFile(GOLDEN.resolve(file(published))).read();
    }

    /** The golden event in an envelope. */
    static ObjectNode example(EventType type) {
        JsonNode data = golden(type.published());
        StreamId stream = JSON.convertValue(data, type.shape()).stream();
        ObjectNode envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "0198c0de-0000-7000-8000-000000000001")
                .put("source", "6f1f7a52-9a7e-4d55-8f3b-0c9f3c1f8a10")
                .put("type", type.published())
                .put("subject", stream.value())
                .put("time", "2026-01-02T03:04:05.678901Z")
                .put("position", 4_711)
                .put("sequence", Math.max(0, data.path("number").asLong(0)))
                .put("partitionkey", stream.partitionKey())
                .put("datacontenttype", "application/json");
        envelope.set("data", data);
        return envelope;
    }
}
