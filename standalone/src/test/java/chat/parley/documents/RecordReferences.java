package chat.parley.documents;

import chat.parley.schemas.RecordSchemas;
import chat.parley.schemas.RecordSchemas.Writer;
import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.classmate.TypeResolver;
import com.fasterxml.jackson.databind.JavaType;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Refers to records by their names and remembers them: their schemas come from the one generator, not from swagger's. */
final class RecordReferences implements ModelConverter {

    private static final TypeResolver TYPES = new TypeResolver();
    private static final SchemaGenerator INLINE = new SchemaGenerator(
            RecordSchemas.config(Writer.SERVER).with(Option.INLINE_ALL_SCHEMAS).build());

    private final Set<ResolvedType> referred = new LinkedHashSet<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
        ResolvedType resolved = resolved(asked.getType());
        Class<?> erased = resolved.getErasedType();
        if (!erased.isRecord() && !erased.isEnum()) {
            return others.hasNext() ? others.next().resolve(asked, context, others) : null;
        }
        ObjectNode inline = INLINE.generateSchema(resolved);
        if (inline.path("type").asString("").equals("object")) {
            referred.add(resolved);
            return new Schema<>().$ref("#/components/schemas/" + EverySchema.nameOf(resolved));
        }
        return Json31.mapper().convertValue(swagger(inline), Schema.class);
    }

    private static Object swagger(ObjectNode schema) {
        try {
            return Json31.mapper().readTree(schema.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ResolvedType resolved(Type type) {
        if (type instanceof JavaType swaggers) {
            return TYPES.resolve(
                    swaggers.getRawClass(),
                    IntStream.range(0, swaggers.containedTypeCount())
                            .mapToObj(index -> resolved(swaggers.containedType(index)))
                            .toArray(Type[]::new));
        }
        return TYPES.resolve(type);
    }

    Set<ResolvedType> referred() {
        return Set.copyOf(referred);
    }
}
