package chat.parley.documents;

import chat.parley.access.Scope;
import chat.parley.refusals.Reason;
import chat.parley.schemas.RecordSchemas.Writer;
import com.fasterxml.classmate.ResolvedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document: what springdoc reads from the controllers, with the schemas of their records. */
final class OpenApiDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private OpenApiDocument() {}

    /**
     * @param paths as springdoc wrote them
     * @param referred every record that is referred to there
     * @param requests those of them that clients write
     */
    static JsonNode of(JsonNode paths, Set<ResolvedType> referred, Set<ResolvedType> requests) {
        Set<Type> answers = new LinkedHashSet<>(referred);
        answers.add(ClassUtils.resolveClassName("chat.parley.access.Problem", null));
        answers.removeAll(requests);
        EverySchema schemas = new EverySchema();
        schemas.add(Writer.CLIENT, requests);
        schemas.add(Writer.SERVER, answers);
        ObjectNode document = JSON.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Parley")
                .put("version", "v1")
                .put(
                        "description",
                        "Accounts, conversations and queries of Parley. Refusals are RFC 9457 problems; a retryable one"
                                + " carries Retry-After.");
        document.putArray("servers").addObject().put("url", "/");
        document.set("paths", paths.get("paths"));
        ObjectNode components = document.putObject("components");
        ObjectNode all = components.putObject("schemas");
        schemas.all().forEach(all::set);
        JsonNode codes = all.at("/Problem/properties/code");
        Arrays.stream(Reason.values()).map(Reason::code).forEach(((ObjectNode) codes).putArray("examples")::add);
        components.set("securitySchemes", securitySchemes());
        return JSON.readTree(JSON.writeValueAsBytes(document));
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = JSON.createObjectNode();
        schemes.putObject(OperationDetails.PERSON)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        schemes.putObject("refreshCookie")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "__Host-parley-refresh");
        schemes.putObject("clientSecret").put("type", "http").put("scheme", "basic");
        ObjectNode flow = schemes.putObject(OperationDetails.PROGRAM)
                .put("type", "oauth2")
                .putObject("flows")
                .putObject("clientCredentials")
                .put("tokenUrl", "/api/token");
        ObjectNode scopes = flow.putObject("scopes");
        scopes.put(Scope.ANALYST.code(), "every event, without what people wrote");
        scopes.put(Scope.CONTENT.code(), "every event, with what people wrote");
        scopes.put(Scope.OPERATOR.code(), "runs the deployment");
        return schemes;
    }
}
