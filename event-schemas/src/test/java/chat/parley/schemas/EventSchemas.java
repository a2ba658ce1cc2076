package chat.parley.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider(EventSchemas::bareValue)
                .withCustomDefinitionProvider(EventSchemas::asWritten);
        config.forFields()
                .withNullableCheck(EventSchemas::nullable)
                .withRequiredCheck(field -> !nullable(field))
                .withDescriptionResolver(EventSchemas::description);
        return new SchemaGenerator(config.build());
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String description(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        String own = Javadocs.of(field.getDeclaringType().getErasedType(), field.getName());
        return own == null ? Javadocs.of(field.getType().getErasedType()) : own;
    }

    private static @Nullable CustomDefinition bareValue(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        boolean bare = erased == UUID.class
                || (erased.isRecord()
                        && Arrays.stream(erased.getDeclaredFields())
                                .anyMatch(field ->
                                        field.isAnnotationPresent(JsonValue.class) && field.getType() == UUID.class));
        if (!bare) {
            return null;
        }
        ObjectNode uuid = context.getGeneratorConfig().createObjectNode();
        return new CustomDefinition(uuid.put("type", "string").put("format", "uuid"), true);
    }

    /** The constants of an enum by the names they have in JSON. */
    private static @Nullable CustomDefinition asWritten(ResolvedType type, SchemaGenerationContext context) {
        Object[] constants = type.getErasedType().getEnumConstants();
        if (constants == null) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(constants).forEach(constant -> names.add(JSON.<JsonNode>valueToTree(constant)));
        return new CustomDefinition(schema, true);
    }
}
