package chat.parley.documents;

import chat.parley.events.EventType;
import chat.parley.schemas.RecordSchemas;
import chat.parley.schemas.RecordSchemas.Writer;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record that holds any of several events as its {@code data}, and says as its {@code name} which, becomes one schema for each of
 * them and one more for those that come later.
 */
final class EventVariants {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EVENTS = "x-events";
    private static final SchemaGenerator GENERATOR = new SchemaGenerator(
            RecordSchemas.config(Writer.LOG).with(Option.INLINE_ALL_SCHEMAS).build());

    private EventVariants() {}

    /** Stands for an event until its variants are told apart; null for what is no event of several types. */
    static @Nullable ObjectNode placeholder(Class<?> type) {
        if (!type.isInterface() || typesOf(type).isEmpty()) {
            return null;
        }
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        typesOf(type).forEach(event -> schema.withArrayProperty(EVENTS).add(event.name()));
        return schema;
    }

    private static List<EventType> typesOf(Class<?> type) {
        return Arrays.stream(EventType.values())
                .filter(event -> type.isAssignableFrom(event.shape()))
                .toList();
    }

    /** All schemas, those with a placeholder replaced by their variants. */
    static Map<String, JsonNode> in(Map<String, JsonNode> schemas) {
        Map<String, JsonNode> all = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            JsonNode events = schema.at("/properties/data/" + EVENTS);
            if (events.isMissingNode()) {
                all.put(name, schema);
            } else {
                put(all, name, (ObjectNode) schema, events);
            }
        });
        return all;
    }

    private static void put(Map<String, JsonNode> all, String name, ObjectNode holder, JsonNode events) {
        ObjectNode known = JSON.createObjectNode();
        ArrayNode variants = known.putArray("oneOf");
        ObjectNode discriminator = known.putObject("discriminator").put("propertyName", "name");
        ArrayNode names = JSON.createArrayNode();
        for (JsonNode event : events) {
            EventType type = EventType.valueOf(event.asString());
            String data = type.shape().getSimpleName();
            all.put(data, GENERATOR.generateSchema(type.shape()));
            all.put(data + name, variant(holder, ofName(type), referenceTo(data)));
            variants.add(referenceTo(data + name));
            discriminator
                    .withObjectProperty("mapping")
                    .set(type.routed(), referenceTo(data + name).get("$ref"));
            names.add(type.routed());
        }
        ObjectNode otherName = JSON.createObjectNode().put("type", "string");
        otherName.putObject("not").set("enum", names);
        ObjectNode other = variant(holder, otherName, JSON.createObjectNode().put("type", "object"));
        all.put("Other" + name, other.put("description", "An event of a type that came later than this description."));
        all.put("Known" + name, known);
        ObjectNode either = JSON.createObjectNode();
        if (holder.has("description")) {
            either.set("description", holder.get("description"));
        }
        either.putArray("oneOf").add(referenceTo("Known" + name)).add(referenceTo("Other" + name));
        all.put(name, either);
    }

    private static ObjectNode ofName(EventType type) {
        return JSON.createObjectNode().put("type", "string").put("const", type.routed());
    }

    private static ObjectNode variant(ObjectNode holder, ObjectNode name, ObjectNode data) {
        ObjectNode variant = holder.deepCopy();
        ObjectNode properties = variant.withObjectProperty("properties");
        JsonNode description = properties.path("name").path("description");
        if (description.isString()) {
            name.set("description", description);
        }
        properties.set("name", name);
        properties.set("data", data);
        return variant;
    }

    private static ObjectNode referenceTo(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }
}
