package chat.parley.command.client.token;

import chat.parley.access.AccessTokens;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.command.client.MachineClients;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The client credentials grant of OAuth 2.0 (RFC 6749, 4.4); parameters and fields have the names given there. */
@RestController
class TokenController {

    private static final String GRANT_TYPE = "client_credentials";

    record ClientToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "ClientToken[" + scope + "]";
        }
    }

    private final MachineClients clients;
    private final AccessTokens tokens;
    private final SecurityEvents security;

    TokenController(MachineClients clients, AccessTokens tokens, SecurityEvents security) {
        this.clients = clients;
        this.tokens = tokens;
        this.security = security;
    }

    @OpenToEveryone
    @WithoutIdempotencyKey("Its answer is a secret.")
    @Throttled(Limit.TOKEN_ADDRESS)
    @PostMapping(path = "/api/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(
            operationId = "clientToken",
            summary = "A token for a program",
            description =
                    "OAuth 2.0 client credentials, with the client's id and secret by HTTP Basic. Without a scope the"
                            + " token has all that the client may have.")
    @SecurityRequirement(name = "clientSecret")
    @RefusedWith({Reason.UNSUPPORTED_GRANT_TYPE, Reason.INVALID_SCOPE, Reason.INVALID_CLIENT})
    ClientToken token(
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            @RequestParam(required = false) @Nullable String scope,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable
                    String authorization) {
        if (!GRANT_TYPE.equals(grantType)) {
            throw new Refused(Reason.UNSUPPORTED_GRANT_TYPE);
        }
        BasicCredentials credentials =
                BasicCredentials.of(authorization).orElseThrow(() -> new Refused(Reason.INVALID_CLIENT));
        Set<Scope> possible = clients.scopesOf(credentials.client(), credentials.secret())
                .orElseThrow(() -> refused(credentials.client(), Reason.INVALID_CLIENT));
        Set<Scope> granted =
                granted(possible, scope).orElseThrow(() -> refused(credentials.client(), Reason.INVALID_SCOPE));
        security.record(new SecurityEvent.TokenIssued(credentials.client(), granted));
        return new ClientToken(
                tokens.clientToken(new MachineClientCaller(credentials.client(), granted)),
                "Bearer",
                AccessTokens.CLIENT_LIFETIME.toSeconds(),
                Scope.join(granted));
    }

    private Refused refused(MachineClientId client, Reason reason) {
        security.record(new SecurityEvent.TokenRefused(client, reason.code()));
        return new Refused(reason);
    }

    /** Empty if the client asks for what it may not have. */
    private static Optional<Set<Scope>> granted(Set<Scope> possible, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Optional.of(possible);
        }
        try {
            return Optional.of(Scope.parseAll(asked)).filter(possible::containsAll);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
