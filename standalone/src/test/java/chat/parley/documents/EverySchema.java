package chat.parley.documents;

import chat.parley.schemas.RecordSchemas;
import chat.parley.schemas.RecordSchemas.Writer;
import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of many types and of what these refer to, each once and under a name of its own. */
final class EverySchema {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OR_NULL = "-nullable";

    private final Map<String, JsonNode> byName = new TreeMap<>();
    private final Map<Class<?>, String> givenNames;

    EverySchema() {
        this(Map.of());
    }

    /** @param givenNames of the types that are not called as their records are */
    EverySchema(Map<Class<?>, String> givenNames) {
        this.givenNames = givenNames;
    }

    /** Adds the schemas of types that one side writes. */
    void add(Writer writer, Iterable<? extends Type> types) {
        SchemaBuilder builder = generator(writer).buildMultipleSchemaDefinitions();
        types.forEach(builder::createSchemaReference);
        builder.collectDefinitions("components/schemas").forEachEntry((name, schema) -> {
            if (!name.endsWith(OR_NULL)) {
                add(name, withoutNullables(schema));
            }
        });
    }

    /** What may be null is said where it may, not by a schema of its own. */
    private static JsonNode withoutNullables(JsonNode schema) {
        for (JsonNode each : schema.findParents("$ref")) {
            String reference = each.get("$ref").asString();
            if (reference.endsWith(OR_NULL)) {
                ObjectNode either = (ObjectNode) each;
                either.remove("$ref");
                either.putArray("anyOf")
                        .add(JSON.createObjectNode()
                                .put("$ref", reference.substring(0, reference.length() - OR_NULL.length())))
                        .add(JSON.createObjectNode().put("type", "null"));
            }
        }
        return schema;
    }

    void add(String name, JsonNode schema) {
        JsonNode there = byName.putIfAbsent(name, schema);
        if (there != null && !there.equals(schema)) {
            throw new IllegalStateException("Two types are both called " + name + ": rename one of them");
        }
    }

    /** By name, with every event told apart by its type. */
    Map<String, JsonNode> all() {
        return EventVariants.in(byName);
    }

    /** @param change what is to be done to the schemas before events are told apart */
    Map<String, JsonNode> all(Consumer<Map<String, JsonNode>> change) {
        change.accept(byName);
        return all();
    }

    /** A record's own name; a page is called after what is on it. */
    static String nameOf(ResolvedType type) {
        String own = type.getErasedType().getSimpleName();
        return type.getTypeParameters().isEmpty()
                ? own
                : nameOf(type.getTypeParameters().getFirst()) + own;
    }

    private SchemaGenerator generator(Writer writer) {
        SchemaGeneratorConfigBuilder config = RecordSchemas.config(writer, EverySchema::isNeeded)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.NULLABLE_FIELDS_BY_DEFAULT);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(EverySchema::event)
                .withDefinitionNamingStrategy(new OneNameEach(givenNames));
        config.forFields().withTargetTypeOverridesResolver(EverySchema::narrower);
        return new SchemaGenerator(config.build());
    }

    private static boolean isNeeded(FieldScope field) {
        Schema said = field.getAnnotation(Schema.class);
        return said != null && said.requiredMode() == Schema.RequiredMode.REQUIRED;
    }

    private static @Nullable List<ResolvedType> narrower(FieldScope field) {
        Schema said = field.getAnnotation(Schema.class);
        return said == null || said.implementation() == Void.class
                ? null
                : List.of(field.getContext().resolve(said.implementation()));
    }

    private static @Nullable CustomDefinition event(ResolvedType type, SchemaGenerationContext context) {
        ObjectNode schema = EventVariants.placeholder(type.getErasedType());
        return schema == null ? null : new CustomDefinition(schema, true);
    }

    private record OneNameEach(Map<Class<?>, String> givenNames) implements SchemaDefinitionNamingStrategy {

        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            String given = givenNames.get(key.getType().getErasedType());
            return given == null ? nameOf(key.getType()) : given;
        }

        @Override
        public void adjustDuplicateNames(Map<DefinitionKey, String> names, SchemaGenerationContext context) {
            throw new IllegalStateException("Several types have one name, rename all but one: " + names);
        }
    }
}
