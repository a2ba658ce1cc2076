package chat.parley.command.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.access.TokenVerifier;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.RealAddresses;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class ClientsOverHttpTest {

    private static final String GRANT = "grant_type=client_credentials";

    @LocalServerPort
    private int port;

    @Autowired
    private TokenVerifier tokens;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private String operator;

    @BeforeEach
    void theOperator() {
        api = new Api(port);
        operator = api.operator();
    }

    @Test
    void theOperatorIsKnownByItsConfiguredSecret() {
        assertThat(tokens.verify(operator))
                .isEqualTo(new MachineClientCaller(MachineClientId.OPERATOR, Set.of(Scope.OPERATOR)));
        assertRefused(api.token("operator", "wrong", GRANT), 401, "invalid_client");
        assertRefused(
                api.token("operator", RealAddresses.secret("operator"), GRANT + "&scope=content"),
                400,
                "invalid_scope");
    }

    @Test
    void aClientGetsTokensOfItsScopesAndNoOthers() {
        Answer made = make("[\"analyst\",\"content\"]");
        assertThat(made.status()).isEqualTo(201);
        Answer all = api.token(made.text("client"), made.text("secret"), GRANT);
        assertThat(all.text("scope")).isEqualTo("analyst content");
        assertThat(all.text("token_type")).isEqualTo("Bearer");
        assertThat(all.number("expires_in")).isEqualTo(300);
        Answer less = api.token(made.text("client"), made.text("secret"), GRANT + "&scope=analyst");
        assertThat(tokens.verify(less.text("access_token")))
                .isEqualTo(new MachineClientCaller(MachineClientId.of(made.text("client")), Set.of(Scope.ANALYST)));
        for (String scope : new String[] {"operator", "analyst+operator", "everything"}) {
            assertRefused(
                    api.token(made.text("client"), made.text("secret"), GRANT + "&scope=" + scope),
                    400,
                    "invalid_scope");
        }
    }

    @Test
    void whoeverCannotProveItselfGetsNothing() {
        Answer made = make("[\"analyst\"]");
        assertRefused(api.token(made.text("client"), made.text("secret") + "x", GRANT), 401, "invalid_client");
        assertRefused(api.token(UUID.randomUUID().toString(), made.text("secret"), GRANT), 401, "invalid_client");
        assertRefused(api.token("someone", "x", GRANT), 401, "invalid_client");
        assertRefused(
                api.token(made.text("client"), made.text("secret"), "grant_type=password"),
                400,
                "unsupported_grant_type");
        assertRefused(api.post("/api/token", null, "{}"), 415, "media_type_unsupported");
    }

    @Test
    void aRevokedClientGetsNoMoreTokensAndThoseItHasAreRefused() {
        Answer made = make("[\"analyst\"]");
        String path = "/api/clients/" + made.text("client");
        assertThat(listed(made.text("client")).get("revokedAt").isNull()).isTrue();
        String before =
                api.token(made.text("client"), made.text("secret"), GRANT).text("access_token");
        assertRefused(api.get("/api/clients", before), 403, "insufficient_scope");
        assertThat(api.delete(path, operator).status()).isEqualTo(204);
        assertRefused(api.get("/api/clients", before), 401, "session_ended");
        assertRefused(api.token(made.text("client"), made.text("secret"), GRANT), 401, "invalid_client");
        JsonNode revoked = listed(made.text("client"));
        assertThat(revoked.get("revokedAt").isNull()).isFalse();
        assertThat(revoked.get("scopes").toString()).isEqualTo("[\"analyst\"]");
        assertThat(api.delete(path, operator).status()).isEqualTo(204);
        assertThat(listed(made.text("client"))).isEqualTo(revoked);
        assertRefused(api.delete("/api/clients/" + UUID.randomUUID(), operator), 404, "client_unknown");
    }

    @Test
    void onlyTheOperatorManagesClients() {
        Answer made = make("[\"analyst\",\"content\"]");
        String analyst =
                api.token(made.text("client"), made.text("secret"), GRANT).text("access_token");
        assertRefused(api.get("/api/clients", analyst), 403, "insufficient_scope");
        assertRefused(api.delete("/api/clients/" + made.text("client"), analyst), 403, "insufficient_scope");
        assertRefused(api.post("/api/clients", analyst, "{}"), 403, "insufficient_scope");
        assertRefused(api.get("/api/clients", api.register("alice").accessToken()), 403, "insufficient_scope");
        assertRefused(api.get("/api/sessions", operator), 401, "unauthenticated");
    }

    @Test
    void aClientHasANameAndScopes() {
        assertRefused(make("[]"), 400, "malformed");
        assertRefused(make("[null]"), 400, "malformed");
        assertRefused(make("[\"everything\"]"), 400, "malformed");
        assertRefused(
                api.post("/api/clients", operator, "{\"name\":\" \",\"scopes\":[\"analyst\"]}"), 400, "malformed");
    }

    @Test
    void aSecretIsStoredAsItsHashOnly() {
        Answer made = make("[\"analyst\"]");
        String row = jdbc.sql("SELECT client::text FROM accounts.client WHERE id = ?::uuid")
                .param(made.text("client"))
                .query(String.class)
                .single();
        assertThat(row).contains("warehouse").doesNotContain(made.text("secret"));
        assertThat(api.get("/api/clients", operator).body().toString()).doesNotContain(made.text("secret"));
    }

    private Answer make(String scopes) {
        return api.post("/api/clients", operator, "{\"name\":\"warehouse\",\"scopes\":" + scopes + "}");
    }

    private JsonNode listed(String client) {
        return api.get("/api/clients", operator)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("client").asString().equals(client))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
