package chat.parley.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A program with scopes, as the operator made it. */
record Program(Http http, String client, String secret) {

    static Program operator(Http http) {
        return new Program(http, "operator", World.INFRASTRUCTURE.secret("operator"));
    }

    static Program make(Http http, String... scopes) {
        JsonNode made = http.post(
                        operator(http).token(), "/api/clients", Map.of("name", "warehouse", "scopes", List.of(scopes)))
                .expect(201)
                .body();
        return new Program(
                http, made.get("client").asString(), made.get("secret").asString());
    }

    /** The header that proves who it is. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    String token() {
        return http.form("/api/token", basic(), "grant_type=client_credentials")
                .expect(200)
                .body()
                .get("access_token")
                .asString();
    }

    /** The lines of a replay, the end marker last. */
    List<JsonNode> replay(String query) {
        return http.lines(token(), "/api/events" + query);
    }
}
