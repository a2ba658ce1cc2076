package chat.parley.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a record becomes a JSON Schema: as Jackson writes it, with what {@link Nullable} and the documentation say. */
public final class RecordSchemas {

    /** Who writes what a schema describes, which decides what becomes of a component that may be null. */
    public enum Writer {
        /** Parley writes it with every component, so that a null is told, unless Jackson is told to leave it out. */
        SERVER,
        /** Someone else writes it: what may be null may also be left out. */
        CLIENT,
        /** Parley wrote it once, in whichever version: what may be null may also be left out, and numbers have no format. */
        LOG
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordSchemas() {}

    public static SchemaGeneratorConfigBuilder config(Writer writer) {
        return config(writer, _ -> false);
    }

    /** @param needed which components are to be there although the code copes without, to say what is wrong in its own way */
    public static SchemaGeneratorConfigBuilder config(Writer writer, Predicate<FieldScope> needed) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        if (writer != Writer.LOG) {
            config.with(Option.EXTRA_OPEN_API_FORMAT_VALUES);
            config.forTypesInGeneral()
                    .withDescriptionResolver(
                            type -> typeDescription(type.getType().getErasedType()));
        }
        config.forTypesInGeneral().withPropertySorter((_, _) -> 0).withCustomDefinitionProvider(RecordSchemas::scalar);
        config.forFields()
                .withNullableCheck(field ->
                        nullable(field) && !needed.test(field) && !(writer == Writer.SERVER && isLeftOut(field)))
                .withRequiredCheck(field -> needed.test(field) || isRequired(field, writer))
                .withDescriptionResolver(RecordSchemas::description)
                .withPropertyNameOverrideResolver(RecordSchemas::jsonName);
        return config;
    }

    private static boolean isRequired(FieldScope field, Writer writer) {
        return switch (writer) {
            case SERVER -> !isLeftOut(field);
            case CLIENT, LOG -> !nullable(field);
        };
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether Jackson leaves the component out where it says nothing. */
    private static boolean isLeftOut(FieldScope field) {
        JsonInclude own = field.getAnnotation(JsonInclude.class);
        JsonInclude all = field.getRawMember().getDeclaringClass().getAnnotation(JsonInclude.class);
        return (own != null && own.value() != JsonInclude.Include.ALWAYS)
                || (own == null && all != null && nullable(field) && all.value() != JsonInclude.Include.ALWAYS);
    }

    private static @Nullable String jsonName(FieldScope field) {
        var named = field.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return named == null || named.value().isEmpty() ? null : named.value();
    }

    private static @Nullable String description(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        String own = Javadocs.of(field.getDeclaringType().getErasedType(), field.getName());
        return own == null ? Javadocs.of(field.getType().getErasedType()) : own;
    }

    /** Where it stands for an object; what a bare value is, its place says. */
    private static @Nullable String typeDescription(Class<?> type) {
        return type.isRecord() && scalar(type).isEmpty() ? Javadocs.of(type) : null;
    }

    /** What is no object in JSON: ids as their bare value, instants, enums by their codes, JSON that is passed on, and maps. */
    private static @Nullable CustomDefinition scalar(ResolvedType type, SchemaGenerationContext context) {
        if (type.isInstanceOf(Map.class)) {
            ObjectNode map = JSON.createObjectNode().put("type", "object");
            map.set(
                    "additionalProperties",
                    context.createDefinitionReference(
                            type.typeParametersFor(Map.class).getLast()));
            return new CustomDefinition(map, true);
        }
        return scalar(type.getErasedType())
                .map(schema -> new CustomDefinition(schema, true))
                .orElse(null);
    }

    private static Optional<ObjectNode> scalar(Class<?> type) {
        if (type == UUID.class) {
            return Optional.of(string().put("format", "uuid"));
        }
        if (type == Instant.class) {
            return Optional.of(string().put("format", "date-time"));
        }
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return Optional.of(JSON.createObjectNode().put("type", "object"));
        }
        if (type.isEnum()) {
            ObjectNode schema = string();
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> schema.withArrayProperty("enum").add(JSON.<JsonNode>valueToTree(constant)));
            return Optional.of(schema);
        }
        return type.isRecord() ? bareValue(type) : Optional.empty();
    }

    private static Optional<ObjectNode> bareValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isValue(field) || isValue(accessor(type, field)))
                .findFirst()
                .map(field -> field.getType() == String.class
                        ? string()
                        : scalar(field.getType())
                                .orElseThrow(() -> new IllegalStateException(
                                        type + " is written as a bare value of no known kind")));
    }

    private static boolean isValue(AnnotatedElement element) {
        return element.isAnnotationPresent(JsonValue.class);
    }

    private static AnnotatedElement accessor(Class<?> type, Field field) {
        try {
            return type.getDeclaredMethod(field.getName());
        } catch (NoSuchMethodException e) {
            return field;
        }
    }

    private static ObjectNode string() {
        return JSON.createObjectNode().put("type", "string");
    }
}
