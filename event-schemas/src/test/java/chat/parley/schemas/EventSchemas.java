package chat.parley.schemas;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a record as Jackson writes it: ids are bare UUIDs, what is {@link Nullable} may be null or absent. */
final class EventSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    /** @param name what it is published as, e.g. {@code parley.conversation.message-sent.v1} */
    static ObjectNode of(Class<?> shape, String name) {
        return named(GENERATOR.generateSchema(shape), name, Javadocs.of(shape));
    }

    /** Gives a schema its name, in front. */
    static ObjectNode named(ObjectNode body, String name, @Nullable String description) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", "urn:parley:schema:" + name);
        schema.put("title", name);
        if (description != null) {
            schema.put("description", description);
        }
        return schema.setAll(body);
    }

    private static SchemaGenerator generator() {
        return new SchemaGenerator(RecordSchemas.config(RecordSchemas.Writer.LOG)
                .with(Option.INLINE_ALL_SCHEMAS)
                .build());
    }
}
