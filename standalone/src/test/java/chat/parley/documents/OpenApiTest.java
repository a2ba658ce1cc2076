package chat.parley.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import chat.parley.schemas.GeneratedFile;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That the document every service serves says what the controllers say, that it is OpenAPI, and that it keeps our own rules.
 * {@code -Dparley.schemas=write} writes it anew.
 */
@SpringBootTest(
        classes = ApiContext.class,
        properties = {
            "springdoc.api-docs.version=openapi_3_1",
            "springdoc.paths-to-match=/api/**",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false",
            "springdoc.writer-with-order-by-keys=true"
        })
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    MultipleOpenApiSupportConfiguration.class
})
class OpenApiTest {

    private static final Path FILE = Path.of("..", "access", "src", "main", "resources", "chat", "parley", "access");
    private static final Path OFFICIAL = Path.of("src", "test", "resources", "openapi", "openapi-3.1.json");

    @Autowired
    WebApplicationContext context;

    @Autowired
    RecordReferences records;

    @Autowired
    OperationDetails operations;

    private JsonNode document = JsonMapper.shared().nullNode();

    @BeforeEach
    void generate() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        JsonNode written = JsonMapper.shared()
                .readTree(mvc.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        document = OpenApiDocument.of(written, records.referred(), operations.requests());
    }

    @Test
    void theDocumentThatIsServedSaysWhatTheControllersSay() {
        new GeneratedFile(FILE.resolve("openapi.json")).holds(document);
    }

    @Test
    void itIsOpenApiAndNothingItRefersToIsMissing() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new GeneratedFile(OFFICIAL).read())
                        .validate(document))
                .isEmpty();
        References.assertNoneIsMissing(document);
    }

    @Test
    void everyOperationIsDescribed() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.path("summary").asString(""))
                        .as(operation.toString())
                        .isNotBlank());
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(operations().map(operation -> operation.path("operationId").asString("")))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyOperationTellsWhatItAnswersAndHowItRefuses() {
        assertThat(operations()).allSatisfy(operation -> {
            List<String> statuses = List.copyOf(operation.get("responses").propertyNames());
            assertThat(statuses)
                    .as(operation.toString())
                    .anyMatch(status -> status.startsWith("2") || status.equals("101"));
            assertThat(statuses).anyMatch(status -> status.startsWith("4"));
            operation
                    .get("responses")
                    .forEachEntry((status, response) -> assertThat(
                                    response.path("content").propertyNames())
                            .as("%s of %s", status, operation.path("operationId"))
                            .isSubsetOf(mediaTypes(status)));
        });
    }

    private static List<String> mediaTypes(String status) {
        return status.startsWith("4") || status.startsWith("5")
                ? List.of("application/problem+json")
                : List.of("application/json", "application/x-ndjson", "image/jpeg");
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(operations()).allMatch(operation -> operation.has("security"));
    }

    @Test
    void everyBodyAndEveryAnswerIsASchemaWithAName() {
        assertThat(operations().flatMap(OpenApiTest::bodies))
                .isNotEmpty()
                .allMatch(body -> body.path("schema").has("$ref"));
    }

    private static Stream<JsonNode> bodies(JsonNode operation) {
        return Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.get("responses").valueStream())
                .map(body -> body.path("content").path("application/json"))
                .filter(JsonNode::isObject);
    }

    @Test
    void everyObjectNamesItsPropertiesAndThoseItAlwaysHas() {
        assertThat(document.at("/components/schemas").properties())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(schema.getValue().has("oneOf")
                                || schema.getValue().has("properties"))
                        .as(schema.getKey())
                        .isTrue());
        assertThat(document.at("/components/schemas/SignedIn/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("user", "username", "session", "accessToken", "expiresInSeconds");
    }

    @Test
    void noTwoPathsDifferInTheNamesOfTheirVariablesOnly() {
        assertThat(document.get("paths").propertyNames().stream().map(path -> path.replaceAll("\\{[^}]+}", "{}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void noParameterIsNamedAfterACondition() {
        assertThat(operations()
                        .flatMap(operation -> operation.path("parameters").valueStream()))
                .isNotEmpty()
                .allMatch(parameter -> parameter.get("name").asString().matches("[A-Za-z_-]+"))
                .allMatch(parameter -> parameter.has("schema"));
    }

    private Stream<JsonNode> operations() {
        return document.get("paths").valueStream().flatMap(JsonNode::valueStream);
    }
}
