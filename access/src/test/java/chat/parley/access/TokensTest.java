package chat.parley.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.SigningKeyPair;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private final MovableClock clock = new MovableClock();
    private final Keys keys = new Keys();
    private final AccessTokens tokens = keys.accessTokens(clock);
    private final ServiceTokens services = keys.serviceTokens(clock);
    private final TokenVerifier verifier = keys.verifier(clock);
    private final Caller alice = new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    private final MachineClientCaller warehouse =
            new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(Scope.ANALYST, Scope.OPERATOR));

    @Test
    void bothKindsOfTokenNameThePersonAndTheSession() {
        assertThat(verifier.verify(tokens.accessToken(alice))).isEqualTo(alice);
        assertThat(verifier.verify(services.serviceToken(alice))).isEqualTo(new ServiceCaller(alice));
    }

    @Test
    void aClientsTokenNamesItAndItsScopes() {
        String token = tokens.clientToken(warehouse);
        assertThat(verifier.verify(token)).isEqualTo(warehouse);
        clock.advance(
                AccessTokens.CLIENT_LIFETIME.plus(TokenVerifier.CLOCK_SKEW).plusSeconds(1));
        assertRefused(token, Reason.TOKEN_EXPIRED);
    }

    @Test
    void eachKindExpiresAfterItsOwnLifetimeAndTheClocksToleranceWhetherOrNotItWasSeenBefore() {
        String access = tokens.accessToken(alice);
        String service = services.serviceToken(alice);
        assertThat(verifier.verify(service)).isEqualTo(new ServiceCaller(alice));
        clock.advance(
                TokenKind.SERVICE.lifetime().plus(TokenVerifier.CLOCK_SKEW).plusSeconds(1));
        assertRefused(service, Reason.TOKEN_EXPIRED);
        assertThat(verifier.verify(access)).isEqualTo(alice);
        clock.advance(AccessTokens.ACCESS_LIFETIME);
        assertRefused(access, Reason.TOKEN_EXPIRED);
        assertThatThrownBy(() -> keys.verifier(clock).verify(access)).hasMessage(Reason.TOKEN_EXPIRED.sentence());
    }

    @Test
    void aGatewaysTokenServesForHalfItsLifetime() {
        String token = services.serviceToken(alice);
        assertThat(services.serviceToken(alice)).isEqualTo(token);
    }

    @Test
    void whileAKeyIsExchangedTokensOfTheOldOneAndTheNewOneAreGoodAndAfterwardsTheOldOnesAreNot() {
        SigningKeyPair next = SigningKeyPair.fresh();
        List<String> service = List.of(keys.service.publicKey());
        PublicKeys both = new PublicKeys(List.of(keys.access.publicKey(), next.publicKey()), service);
        String old = tokens.accessToken(alice);
        String fresh = new AccessTokens(next.privateKey(), both, clock).accessToken(alice);
        assertThat(new TokenVerifier(both, clock).verify(old)).isEqualTo(alice);
        assertThat(new TokenVerifier(both, clock).verify(fresh)).isEqualTo(alice);
        TokenVerifier after = new TokenVerifier(new PublicKeys(List.of(next.publicKey()), service), clock);
        assertThat(after.verify(fresh)).isEqualTo(alice);
        assertThatThrownBy(() -> after.verify(old)).hasMessage(Reason.UNAUTHENTICATED.sentence());
    }

    @Test
    void whatAGatewayHoldsMintsNoTokenOfAPersonOrAProgram() {
        for (String type : List.of("at+jwt", "client+jwt")) {
            assertUnacceptable(jwt -> jwt.header()
                    .type(type)
                    .keyId(serviceKey().id())
                    .and()
                    .signWith(serviceKey().key()));
        }
        assertThatThrownBy(() -> new AccessTokens(keys.service.privateKey(), keys.known, clock))
                .hasMessage("The public key of parley.secret.access is not in parley.publickey.access.");
    }

    @Test
    void whatAQuerySideHoldsMintsNothing() {
        byte[] known = Base64.getDecoder().decode(keys.access.publicKey());
        String forged = handmade(jwt -> jwt.signWith(new SecretKeySpec(known, "HmacSHA256"), Jwts.SIG.HS256));
        assertRefused(forged, Reason.UNAUTHENTICATED);
    }

    @Test
    void aTokenOfAnotherDeploymentIsRefused() {
        assertRefused(new Keys().accessTokens(clock).accessToken(alice), Reason.UNAUTHENTICATED);
        assertRefused(new Keys().serviceTokens(clock).serviceToken(alice), Reason.UNAUTHENTICATED);
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = tokens.accessToken(alice).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String forged =
                claims.replace(alice.user().toString(), UUID.randomUUID().toString());
        assertRefused(parts[0] + "." + encoded(forged) + "." + parts[2], Reason.UNAUTHENTICATED);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String[] parts = tokens.accessToken(alice).split("\\.");
        String header = encoded("{\"typ\":\"at+jwt\",\"kid\":\"%s\",\"alg\":\"none\"}"
                .formatted(accessKey().id()));
        assertRefused(header + "." + parts[1] + ".", Reason.UNAUTHENTICATED);
        assertRefused(header + "." + parts[1] + "." + parts[2], Reason.UNAUTHENTICATED);
    }

    @Test
    void aTokenMadeByHandPassesOnlyWithEveryPartRight() {
        assertThat(verifier.verify(handmade(_ -> {}))).isEqualTo(alice);
        assertUnacceptable(jwt -> jwt.header().type("JWT"));
        assertUnacceptable(jwt -> jwt.header().type(null));
        assertUnacceptable(jwt -> jwt.header().keyId(null));
        assertUnacceptable(jwt -> jwt.header().keyId("another"));
        assertUnacceptable(jwt -> jwt.header().keyId(serviceKey().id()));
        assertUnacceptable(jwt -> jwt.issuer("someone"));
        assertUnacceptable(jwt -> jwt.audience().add("parley-services"));
        assertUnacceptable(jwt -> jwt.audience().clear().add("parley-services"));
        assertUnacceptable(jwt -> jwt.expiration(null));
        assertUnacceptable(jwt -> jwt.issuedAt(null));
        assertUnacceptable(jwt -> jwt.subject(null));
        assertUnacceptable(jwt -> jwt.subject("alice"));
        assertUnacceptable(jwt -> jwt.claim("sid", null));
        assertUnacceptable(jwt -> jwt.claim("sid", 7));
    }

    @Test
    void aTokenThatClaimsToLiveLongerThanItsKindOrToBeOfTheFutureIsRefused() {
        assertUnacceptable(jwt -> jwt.expiration(inSeconds(301)));
        assertUnacceptable(
                jwt -> jwt.expiration(inSeconds(Duration.ofDays(27_000).toSeconds())));
        assertUnacceptable(jwt -> jwt.issuedAt(inSeconds(6)).expiration(inSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "a.b.c", "..", "e30.e30.e30"})
    void whatIsNoTokenIsRefused(String token) {
        assertRefused(token, Reason.UNAUTHENTICATED);
    }

    @Test
    void withKeysThatAreMissingOrNoneOrTheSameNothingStarts() {
        String access = keys.access.publicKey();
        String service = keys.service.publicKey();
        assertThatThrownBy(() -> new PublicKeys(List.of(), List.of(service)))
                .hasMessage("parley.publickey.access is not set.");
        assertThatThrownBy(() -> new PublicKeys(List.of(access), List.of()))
                .hasMessage("parley.publickey.service is not set.");
        assertThatThrownBy(() -> new PublicKeys(List.of("?"), List.of(service)))
                .hasMessage("parley.publickey.access is not the base64 of an Ed25519 public key.");
        assertThatThrownBy(() -> new PublicKeys(List.of(access), List.of(access)))
                .hasMessageContaining("the same key");
        assertThatThrownBy(() -> new AccessTokens(null, keys.known, clock))
                .hasMessage("parley.secret.access is not set.");
        assertThatThrownBy(() -> new ServiceTokens(access, keys.known, clock))
                .hasMessage("parley.secret.service is not the base64 of an Ed25519 private key.");
    }

    private void assertUnacceptable(Consumer<JwtBuilder> change) {
        assertRefused(handmade(change), Reason.UNAUTHENTICATED);
    }

    private String handmade(Consumer<JwtBuilder> change) {
        JwtBuilder jwt = Jwts.builder().json(new JwtJson.Writer());
        jwt.header().type("at+jwt").keyId(accessKey().id());
        jwt.issuer("parley")
                .subject(alice.user().toString())
                .claim("sid", alice.session().toString())
                .issuedAt(inSeconds(0))
                .expiration(inSeconds(60))
                .signWith(accessKey().key());
        jwt.audience().add("parley-api");
        change.accept(jwt);
        return jwt.compact();
    }

    private Date inSeconds(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private SigningKey accessKey() {
        return SigningKey.of("parley.secret.access", keys.access.privateKey(), keys.known.of(TokenKind.ACCESS));
    }

    private SigningKey serviceKey() {
        return SigningKey.of("parley.secret.service", keys.service.privateKey(), keys.known.of(TokenKind.SERVICE));
    }

    private void assertRefused(String token, Reason reason) {
        ThrowingCallable verification = () -> verifier.verify(token);
        assertThatThrownBy(verification)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
