package chat.parley.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.MacAlgorithm;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final TokenSecrets SECRETS = secrets('a', 's');

    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens = new AccessTokens(SECRETS, clock);
    private final Caller alice = new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));

    @Test
    void bothKindsOfTokenNameThePersonAndTheSession() {
        assertThat(tokens.verify(tokens.accessToken(alice))).isEqualTo(alice);
        assertThat(tokens.verify(tokens.serviceToken(alice))).isEqualTo(new ServiceCaller(alice));
    }

    @Test
    void aClientsTokenNamesItAndItsScopes() {
        MachineClientCaller warehouse =
                new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(Scope.ANALYST, Scope.OPERATOR));
        String token = tokens.clientToken(warehouse);
        assertThat(tokens.verify(token)).isEqualTo(warehouse);
        clock.advance(AccessTokens.CLIENT_LIFETIME.plus(AccessTokens.CLOCK_SKEW).plusSeconds(1));
        assertRefused(() -> tokens.verify(token), Reason.TOKEN_EXPIRED);
    }

    @Test
    void aTokenOfAnotherDeploymentIsRefused() {
        String token = new AccessTokens(secrets('x', 'y'), clock).accessToken(alice);
        assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
    }

    @Test
    void aServiceTokenSignedWithTheAccessSecretIsRefused() {
        String token = new AccessTokens(secrets('s', 'a'), clock).serviceToken(alice);
        assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = tokens.accessToken(alice).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String bob = UUID.randomUUID().toString();
        String forged = claims.replace(alice.user().toString(), bob);
        String token = parts[0] + "." + encoded(forged) + "." + parts[2];
        assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
    }

    @Test
    void eachKindExpiresAfterItsOwnLifetimeAndTheClocksTolerance() {
        String access = tokens.accessToken(alice);
        String service = tokens.serviceToken(alice);
        clock.advance(
                AccessTokens.SERVICE_LIFETIME.plus(AccessTokens.CLOCK_SKEW).plusSeconds(1));
        assertRefused(() -> tokens.verify(service), Reason.TOKEN_EXPIRED);
        assertThat(tokens.verify(access)).isEqualTo(alice);
        clock.advance(AccessTokens.ACCESS_LIFETIME);
        assertRefused(() -> tokens.verify(access), Reason.TOKEN_EXPIRED);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String[] parts = tokens.accessToken(alice).split("\\.");
        String header = encoded("{\"typ\":\"at+jwt\",\"alg\":\"none\"}");
        assertRefused(() -> tokens.verify(header + "." + parts[1] + "."), Reason.UNAUTHENTICATED);
        assertRefused(() -> tokens.verify(header + "." + parts[1] + "." + parts[2]), Reason.UNAUTHENTICATED);
    }

    @Test
    void anotherAlgorithmIsRefusedEvenWithTheRightSecret() {
        for (MacAlgorithm algorithm : new MacAlgorithm[] {Jwts.SIG.HS384, Jwts.SIG.HS512}) {
            String token = signed(algorithm, _ -> {});
            assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
        }
    }

    @Test
    void aTokenMadeByHandPassesOnlyWithEveryPartRight() {
        assertThat(tokens.verify(signed(Jwts.SIG.HS256, _ -> {}))).isEqualTo(alice);
        assertUnacceptable(jwt -> jwt.header().type("JWT"));
        assertUnacceptable(jwt -> jwt.issuer("someone"));
        assertUnacceptable(jwt -> jwt.audience().add("parley-services"));
        assertUnacceptable(jwt -> jwt.audience().clear().add("parley-services"));
        assertUnacceptable(jwt -> jwt.expiration(null));
        assertUnacceptable(jwt -> jwt.subject(null));
        assertUnacceptable(jwt -> jwt.subject("alice"));
        assertUnacceptable(jwt -> jwt.claim("sid", null));
        assertUnacceptable(jwt -> jwt.claim("sid", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "a.b.c", "..", "e30.e30.e30"})
    void whatIsNoTokenIsRefused(String token) {
        assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
    }

    @Test
    void aMissingShortOrRepeatedSecretIsNotStartedWith() {
        String good = secret('a', 32);
        assertThatThrownBy(() -> new TokenSecrets(null, good)).hasMessageContaining("parley.secret.access is not set");
        assertThatThrownBy(() -> new TokenSecrets(good, " ")).hasMessageContaining("parley.secret.service is not set");
        assertThatThrownBy(() -> new TokenSecrets(good, secret('b', 31))).hasMessageContaining("shorter than 32 bytes");
        assertThatThrownBy(() -> new TokenSecrets("?", good)).hasMessageContaining("not base64url");
        assertThatThrownBy(() -> new TokenSecrets(good, good)).hasMessageContaining("are the same");
    }

    private void assertUnacceptable(Consumer<JwtBuilder> change) {
        String token = signed(Jwts.SIG.HS256, change);
        assertRefused(() -> tokens.verify(token), Reason.UNAUTHENTICATED);
    }

    private String signed(MacAlgorithm algorithm, Consumer<JwtBuilder> change) {
        SecretKey key = new SecretKeySpec(Base64.getUrlDecoder().decode(secret('a', 64)), "HmacSHA512");
        JwtBuilder jwt = Jwts.builder().json(new JwtJson.Writer());
        jwt.header().type("at+jwt");
        jwt.issuer("parley")
                .subject(alice.user().toString())
                .claim("sid", alice.session().toString())
                .expiration(Date.from(clock.instant().plus(Duration.ofMinutes(1))));
        jwt.audience().add("parley-api");
        change.accept(jwt);
        return jwt.signWith(key, algorithm).compact();
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static TokenSecrets secrets(char access, char service) {
        return new TokenSecrets(secret(access, 64), secret(service, 64));
    }

    private static String secret(char letter, int bytes) {
        return encoded(String.valueOf(letter).repeat(bytes));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
