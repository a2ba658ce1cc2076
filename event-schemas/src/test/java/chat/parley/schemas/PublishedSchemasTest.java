package chat.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.EventType;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * That what ships says what the types say, and breaks nothing that was released. {@code -Dparley.schemas=write} writes what
 * ships anew, {@code -Dparley.schemas=release} also keeps it as released.
 */
class PublishedSchemasTest {

    private static final Map<String, JsonNode> GENERATED = SchemaFiles.generated();

    @BeforeAll
    static void keepWhatIsReleased() {
        if (GeneratedFile.MODE.equals("release")) {
            SchemaFiles.schemas()
                    .forEach((name, schema) ->
                            new GeneratedFile(SchemaFiles.RELEASED.resolve(SchemaFiles.file(name))).write(schema));
        }
    }

    @Test
    void whatShipsIsWhatTheTypesSay() throws IOException {
        GENERATED.forEach((file, content) -> new GeneratedFile(SchemaFiles.SHIPPED.resolve(file)).holds(content));
        assertThat(files(SchemaFiles.SHIPPED)).isEqualTo(new TreeSet<>(GENERATED.keySet()));
    }

    static Set<String> released() throws IOException {
        return files(SchemaFiles.RELEASED);
    }

    @ParameterizedTest
    @MethodSource("released")
    void noReleasedSchemaIsBroken(String file) {
        assertThat(GENERATED)
                .as("%s was released: events in this shape are in logs and must stay readable", file)
                .containsKey(file);
        JsonNode released = new GeneratedFile(SchemaFiles.RELEASED.resolve(file)).read();
        assertThat(Compatibility.breaches(released, SchemaFiles.generated(file)))
                .as("%s was released. Keep this shape as a superseded revision and introduce a new one", file)
                .isEmpty();
    }

    @Test
    void everySchemaIsReleasedWithItsEvent() throws IOException {
        assertThat(released())
                .as("keep new ones with -Dparley.schemas=release")
                .isEqualTo(SchemaFiles.schemas().keySet().stream()
                        .map(SchemaFiles::file)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void goldenEventsAreValidAndWhatTheyNeedIsAskedFor() {
        SchemaFiles.schemas().forEach((name, schema) -> {
            if (name.equals(EnvelopeSchema.NAME)) {
                return;
            }
            ObjectNode golden = (ObjectNode) SchemaFiles.golden(name);
            assertThat(errors(schema, golden)).as(name).isEmpty();
            for (JsonNode required : schema.get("required")) {
                ObjectNode without = golden.deepCopy();
                without.remove(required.asString());
                assertThat(errors(schema, without)).as(name).isNotEmpty();
            }
            if (golden.has("content")) {
                ObjectNode forgotten = golden.deepCopy().putNull("content");
                assertThat(errors(schema, forgotten)).as("%s, forgotten", name).isEmpty();
                forgotten.remove("content");
                assertThat(errors(schema, forgotten)).as("%s, left out", name).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void anExampleIsAValidEnvelope(EventType type) {
        ObjectNode example = SchemaFiles.example(type);
        assertThat(errors(EnvelopeSchema.create(), example)).isEmpty();
        assertThat(errors(EnvelopeSchema.create(), example.deepCopy().put("position", 0)))
                .isNotEmpty();
        assertThat(errors(EnvelopeSchema.create(), example.deepCopy().put("time", "yesterday")))
                .isNotEmpty();
    }

    @Test
    void theDocumentIsAsyncApiAndNothingItRefersToIsMissing() throws IOException {
        JsonNode document = SchemaFiles.generated(SchemaFiles.ASYNCAPI);
        Path official = Path.of("src", "test", "resources", "asyncapi", "asyncapi-3.0.0.json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(Files.readString(official)));
        assertThat(schema.validate(document)).isEmpty();
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.asString().substring(1)).isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void theDocumentHasAMessageForEachEventOnEveryExchange() {
        JsonNode document = SchemaFiles.generated(SchemaFiles.ASYNCAPI);
        List<String> published =
                Stream.of(EventType.values()).map(EventType::published).toList();
        assertThat(document.at("/components/messages").propertyNames()).containsExactlyElementsOf(published);
        assertThat(document.get("channels"))
                .allSatisfy(channel ->
                        assertThat(channel.get("messages").propertyNames()).containsExactlyElementsOf(published))
                .extracting(
                        channel -> channel.at("/bindings/amqp/exchange/name").asString())
                .containsExactly("parley.events", "parley.analytics", "parley.analytics.content");
    }

    private static List<Error> errors(JsonNode schema, JsonNode instance) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(instance, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
