package chat.parley.documents;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.schemas.GeneratedFile;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the gateway's document says what the records of its frames say. {@code -Dparley.schemas=write} writes it anew. */
class GatewayAsyncApiTest {

    private static final Path FILE =
            Path.of("..", "gateway-ws", "src", "main", "resources", "schemas", "gateway-asyncapi.json");

    private final JsonNode document = GatewayAsyncApi.of(new Frames());

    @Test
    void theDocumentSaysWhatTheFramesSay() {
        new GeneratedFile(FILE).holds(document);
    }

    @Test
    void itIsAsyncApiAndNothingItRefersToIsMissing() throws Exception {
        try (InputStream official =
                Objects.requireNonNull(GeneratedFile.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(JsonMapper.shared().readTree(official))
                            .validate(document))
                    .isEmpty();
        }
        References.assertNoneIsMissing(document);
    }

    @Test
    void everyFrameHasATypeAndSaysWhichFieldsItAlwaysHas() {
        assertThat(document.at("/components/messages").propertyNames())
                .isNotEmpty()
                .allSatisfy(name -> {
                    JsonNode schema = document.at("/components/schemas/" + name);
                    assertThat(schema.has("oneOf")
                                    || schema.at("/properties/type").has("const"))
                            .as(name)
                            .isTrue();
                    assertThat(schema.has("oneOf") || !schema.path("required").isEmpty())
                            .as(name)
                            .isTrue();
                });
    }
}
