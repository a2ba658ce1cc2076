package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the running product says to what its documents say. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode API = read("/chat/parley/access/openapi.json");
    private static final JsonNode GATEWAY = read("/schemas/gateway-asyncapi.json");

    /** @param fields of its body; empty without one */
    record Operation(String method, String path, List<String> fields) {}

    private Documents() {}

    /** All that may be asked for over HTTP with a JSON body or none. */
    static List<Operation> operations() {
        return API.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                fieldsOf(operation
                                        .getValue()
                                        .at("/requestBody/content/application~1json/schema/$ref")
                                        .asString("")))))
                .toList();
    }

    private static List<String> fieldsOf(String schema) {
        return schema.isEmpty()
                ? List.of()
                : List.copyOf(API.at(schema.substring(1)).path("properties").propertyNames());
    }

    /** The types of frames that a client may send. */
    static List<String> clientFrames() {
        return GATEWAY.at("/components/schemas/ClientFrame/anyOf")
                .valueStream()
                .map(frame -> GATEWAY.at(frame.get("$ref").asString().substring(1))
                        .at("/properties/type/const")
                        .asString())
                .toList();
    }

    /** An answer has a status its operation tells of, and a body of the schema told for it; a refusal has one of the codes told. */
    static void check(HttpResponse<String> response) {
        String method = response.request().method().toLowerCase(Locale.ROOT);
        Optional<JsonNode> path = pathOf(response.request().uri().getPath()).filter(found -> found.has(method));
        if (path.isEmpty()) {
            return;
        }
        String status = Integer.toString(response.statusCode());
        JsonNode told = path.get().get(method).get("responses").path(status);
        assertThat(told.isObject())
                .as(
                        "%s, answered by %s %s: %s",
                        status, method, response.request().uri(), response.body())
                .isTrue();
        String mediaType = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0])
                .orElse("");
        if (mediaType.endsWith("json") && !mediaType.contains("ndjson")) {
            JsonNode body = JSON.readTree(response.body());
            JsonNode schema = told.path("content").path(mediaType).path("schema");
            assertThat(errors(API, schema.get("$ref"), body))
                    .as(response.body())
                    .isEmpty();
            if (told.has("x-codes")) {
                assertThat(told.get("x-codes").valueStream().map(JsonNode::asString))
                        .as("%s %s", method, response.request().uri())
                        .contains(body.get("code").asString());
            }
        }
    }

    /** What a frame of the server's is not that it should be; empty where it is as the gateway's document says. */
    static List<Error> errors(JsonNode frame) {
        return errors(GATEWAY, JSON.getNodeFactory().stringNode("#/components/schemas/ServerFrame"), frame);
    }

    private static List<Error> errors(JsonNode document, @Nullable JsonNode reference, JsonNode instance) {
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$ref", Objects.requireNonNull(reference, "this answer has no body"));
        schema.set("components", document.get("components"));
        return SCHEMAS.getSchema(schema)
                .validate(instance, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Of several the one with the fewest variables, as Spring chooses. */
    private static Optional<JsonNode> pathOf(String path) {
        return API.get("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(entry -> entry.getKey().split("\\{", -1).length))
                .map(Map.Entry::getValue);
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
