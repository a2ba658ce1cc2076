package chat.parley.access;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of token. Each has its own type and audience, so none is accepted in place of another. */
enum TokenKind {
    /** Of a person, for requests to the API. */
    ACCESS("at+jwt", "parley-api", Duration.ofMinutes(5), "sid"),
    /** Of a gateway that calls another service on behalf of a person. */
    SERVICE("service+jwt", "parley-services", Duration.ofSeconds(30), "sid"),
    /** Of a machine client, with scopes. */
    CLIENT("client+jwt", "parley-clients", Duration.ofMinutes(5), "scope");

    private final String type;
    private final String audience;
    private final Duration lifetime;
    private final String claim;

    /** @param claim the claim beside the subject */
    TokenKind(String type, String audience, Duration lifetime, String claim) {
        this.type = type;
        this.audience = audience;
        this.lifetime = lifetime;
        this.claim = claim;
    }

    /** The kind that a token's header names. */
    static Optional<TokenKind> ofType(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** The token's {@code typ}. */
    String type() {
        return type;
    }

    String audience() {
        return audience;
    }

    /** How long a token lives, and the longest that one may claim to. */
    Duration lifetime() {
        return lifetime;
    }

    String claim() {
        return claim;
    }

    Principal principal(String subject, String value) {
        return switch (this) {
            case ACCESS -> caller(subject, value);
            case SERVICE -> new ServiceCaller(caller(subject, value));
            case CLIENT -> new MachineClientCaller(MachineClientId.of(subject), Scope.parseAll(value));
        };
    }

    private static Caller caller(String user, String session) {
        return new Caller(UserId.of(user), SessionId.of(session));
    }
}
