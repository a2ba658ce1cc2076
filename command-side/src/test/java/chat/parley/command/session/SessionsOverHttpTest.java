package chat.parley.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.EndedSessions;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.RealAddresses;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class SessionsOverHttpTest {

    private static final String TOO_LONG =
            "a device whose name says more than anybody would read in a list of devices, and then a few words more";

    private static final String PASSWORD = Api.PASSWORD;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EndedSessions ended;

    @Autowired
    private Sessions sessions;

    private Api api;
    private Person alice;

    @BeforeEach
    void onePerson() {
        api = new Api(port);
        alice = api.register("alice");
    }

    @Test
    void signingInBeginsAnotherSession() {
        Answer answer = api.signIn(alice.username().toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("user")).isEqualTo(alice.user());
        assertThat(answer.text("username")).isEqualTo(alice.username());
        assertThat(answer.text("session")).isNotEqualTo(alice.session());
        assertThat(answer.number("expiresInSeconds")).isEqualTo(300);
        assertThat(sessionsOf(answer.text("accessToken"))).hasSize(2);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        Answer wrong = api.signIn(alice.username(), "another good password");
        Answer unknown = api.signIn(Api.unused("nobody"), PASSWORD);
        assertRefused(wrong, 401, "wrong_credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.status()).isEqualTo(wrong.status());
    }

    @Test
    void aSessionIsNotRefreshedWithoutEndAndNobodyElseCanUseUpItsLimit() {
        String forged = alice.session() + ".not-a-token-of-this-deployment";
        for (int tries = 0; tries < 70; tries++) {
            assertThat(refresh(forged).status()).isEqualTo(401);
        }
        String token = alice.refreshToken();
        Answer answer = refresh(token);
        for (int times = 0; times < 70 && answer.status() == 200; times++) {
            token = answer.text("refreshToken");
            answer = refresh(token);
        }
        assertRefused(answer, 429, "slow_down");
        assertThat(refresh(api.register("bob").refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void nobodyWithoutACredentialBeginsASession() {
        assertThatThrownBy(() -> sessions.begin(new UserId(UUID.randomUUID()), "a phone"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_CREDENTIALS));
    }

    @Test
    void whatNoTextCanHoldIsRefusedAndNoFault() {
        assertRefused(signIn("a\\u0000b", PASSWORD), 400, "malformed");
        for (String username : List.of(alice.username(), "nobody.at.all")) {
            Answer half = signIn(username, "half \\uD83D a pair");
            assertRefused(half, 400, "malformed");
            assertThat(half.body().at("/errors/0/field").asString()).isEqualTo("password");
        }
        String direct = "{\"username\":\"a\\u0000b\"}";
        assertRefused(
                api.post("/api/conversations/direct", alice.accessToken(), direct, "Idempotency-Key", "nul"),
                400,
                "malformed");
    }

    private Answer signIn(String username, String password) {
        return api.post("/api/sessions", null, """
                {"username":"%s","password":"%s"}""".formatted(username, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOO_LONG, "half \\uD83D a pair", "turned\\u202Earound"})
    void aDeviceHasAShortNameThatIsShownAsItIs(String device) {
        Answer answer = api.post("/api/sessions", null, """
                {"username":"%s","password":"%s","device":"%s"}""".formatted(alice.username(), PASSWORD, device));
        assertRefused(answer, 400, "malformed");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("device");
    }

    @Test
    void aNativeClientRefreshesWithTheBody() {
        Answer refreshed = refresh(alice.refreshToken());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.text("session")).isEqualTo(alice.session());
        assertThat(refreshed.text("username")).isEqualTo(alice.username());
        assertThat(refreshed.cookies()).isEmpty();
        assertThat(refresh(refreshed.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aBrowserHoldsItsTokenWhereNoScriptAndNoOtherSiteReachesIt() {
        Answer signedIn = signInByBrowser();
        assertThat(signedIn.body().has("refreshToken")).isFalse();
        assertThat(signedIn.cookies().getFirst())
                .startsWith("__Host-parley-refresh=")
                .contains("Path=/", "Max-Age=2592000", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(signedIn.cookies().get(1))
                .startsWith("__Host-parley-signed-in=1;")
                .contains("Path=/", "Max-Age=2592000", "Secure", "SameSite=Strict")
                .doesNotContain("Domain", "HttpOnly");
        Answer refreshed = refreshByCookie(signedIn.cookie(), RealAddresses.ORIGIN);
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.body().has("refreshToken")).isFalse();
        assertThat(refreshed.cookie()).isNotEqualTo(signedIn.cookie());
    }

    @Test
    void theCookieIsGoodFromAnAcceptedOriginOnly() {
        String cookie = signInByBrowser().cookie();
        assertRefused(refreshByCookie(cookie, "https://evil.example.net"), 403, "origin_refused");
        assertRefused(api.post("/api/sessions/refresh", null, "{}", "Cookie", cookie), 403, "origin_refused");
        assertThat(refreshByCookie(cookie, RealAddresses.ORIGIN).status()).isEqualTo(200);
    }

    @Test
    void whoLostTheAnswerAsksAgainWithTheSameToken() {
        refresh(alice.refreshToken());
        Answer again = refresh(alice.refreshToken());
        assertThat(again.status()).isEqualTo(200);
        assertThat(refresh(alice.refreshToken()).status()).isEqualTo(200);
        Answer last = refresh(alice.refreshToken());
        assertThat(refresh(last.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void anOldRefreshTokenEndsTheSessionForEveryoneWhoHoldsOne() {
        String stolen = alice.refreshToken();
        Answer refreshed = refresh(stolen);
        Answer next = refresh(refreshed.text("refreshToken"));
        assertRefused(refresh(stolen), 401, "refresh_invalid");
        assertAllIsLost(next);
    }

    @Test
    void afterAMinuteATokenIsOld() {
        String stolen = alice.refreshToken();
        Answer refreshed = refresh(stolen);
        jdbc.sql("update accounts.session set replaced_at = replaced_at - interval '61 seconds' where id = ?")
                .param(UUID.fromString(alice.session()))
                .update();
        assertRefused(refresh(stolen), 401, "refresh_invalid");
        assertAllIsLost(refreshed);
    }

    @Test
    void whoAsksAgainWithAStolenTokenIsFoundOutByTheNextUseOfTheOther() {
        String stolen = alice.refreshToken();
        Answer theOwners = refresh(stolen);
        Answer theThiefs = refresh(stolen);
        assertRefused(refresh(theOwners.text("refreshToken")), 401, "refresh_invalid");
        assertAllIsLost(theThiefs);
        assertAllIsLost(theOwners);
    }

    private void assertAllIsLost(Answer answered) {
        assertRefused(refresh(answered.text("refreshToken")), 401, "refresh_invalid");
        assertRefused(api.get("/api/sessions", answered.text("accessToken")), 401, "session_ended");
        assertThat(endReasonOf(alice.session())).isEqualTo("REUSED");
        assertThat(ended.isEnded(SessionId.of(alice.session()))).isTrue();
    }

    @Test
    void ofManyRefreshesAtOnceTheNextTokenOfOneIsGood() throws Exception {
        Callable<Answer> attempt = () -> refresh(alice.refreshToken());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> next = threads.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                    .map(Future::resultNow)
                    .map(answer -> answer.text("refreshToken"))
                    .toList();
            assertThat(next.stream().filter(this::isGood)).hasSize(1);
        }
    }

    private boolean isGood(String refreshToken) {
        RefreshToken token = RefreshToken.parse(refreshToken);
        return sessions.find(token.session())
                .filter(session -> Arrays.equals(session.refreshHash(), token.hash()))
                .isPresent();
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        for (String token : List.of("", "x", ".", UUID.randomUUID() + ".secret", "no-uuid.secret")) {
            assertRefused(refresh(token), 401, "refresh_invalid");
        }
        assertRefused(api.post("/api/sessions/refresh", null, "{}"), 401, "refresh_invalid");
    }

    @Test
    void aTokenThatWasNeverIssuedEndsNothing() {
        String secret = alice.refreshToken().substring(alice.refreshToken().indexOf('.') + 1);
        char last = secret.charAt(secret.length() - 1);
        String changed = secret.substring(0, secret.length() - 1) + (last == 'A' ? 'Q' : 'A');
        String ofAnother = refresh(alice.refreshToken()).text("refreshToken").replace(alice.session() + ".", "");
        for (String forged : List.of("x", "AAAA", "A".repeat(64), changed)) {
            assertRefused(refresh(alice.session() + "." + forged), 401, "refresh_invalid");
        }
        Person bob = api.register("bob");
        assertRefused(refresh(bob.session() + "." + ofAnother), 401, "refresh_invalid");
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
        assertThat(api.get("/api/sessions", bob.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        Answer out = api.delete("/api/sessions/current", alice.accessToken());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.cookies().getFirst())
                .startsWith("__Host-parley-refresh=;")
                .contains("Max-Age=0");
        assertThat(out.cookies().get(1)).startsWith("__Host-parley-signed-in=;").contains("Max-Age=0");
        assertRefused(api.get("/api/sessions", alice.accessToken()), 401, "session_ended");
        assertRefused(refresh(alice.refreshToken()), 401, "refresh_invalid");
        assertThat(ended.isEnded(SessionId.of(alice.session()))).isTrue();
    }

    @Test
    void aBrowserSignsOutWithItsCookie() {
        Answer signedIn = signInByBrowser();
        String cookie = signedIn.cookie();
        assertRefused(api.delete("/api/sessions/current", null), 401, "unauthenticated");
        assertRefused(api.delete("/api/sessions/current", null, "Cookie", cookie), 403, "origin_refused");
        Answer out = api.delete("/api/sessions/current", null, "Cookie", cookie, "Origin", RealAddresses.ORIGIN);
        assertThat(out.status()).isEqualTo(204);
        assertRefused(api.get("/api/sessions", signedIn.text("accessToken")), 401, "session_ended");
    }

    @Test
    void sessionsAreListedNewestFirst() {
        Answer second = api.signIn(alice.username(), PASSWORD);
        List<JsonNode> items = sessionsOf(second.text("accessToken"));
        assertThat(items)
                .extracting(item -> item.path("session").asString())
                .containsExactly(second.text("session"), alice.session());
        assertThat(items).extracting(item -> item.path("current").asBoolean()).containsExactly(true, false);
        assertThat(items.getFirst().path("device").asString()).isEqualTo("a phone");
        assertThat(items.getFirst().path("createdAt").asString()).isNotEmpty();
        assertThat(items.getFirst().path("lastUsedAt").asString()).isNotEmpty();
    }

    @Test
    void aLongListOfSessionsIsReadPageByPage() {
        for (int i = 0; i < 59; i++) {
            sessions.begin(UserId.of(alice.user()), null);
        }
        List<String> seen = new ArrayList<>();
        Answer page = api.get("/api/sessions", alice.accessToken());
        seen.addAll(page.body().path("items").findValuesAsString("session"));
        assertThat(seen).hasSize(50);
        page = api.get("/api/sessions?cursor=" + page.text("next"), alice.accessToken());
        seen.addAll(page.body().path("items").findValuesAsString("session"));
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        assertThat(page.body().path("next").isNull()).isTrue();
        assertRefused(api.get("/api/sessions?cursor=bm9uc2Vuc2U", alice.accessToken()), 400, "cursor_invalid");
    }

    @Test
    void oneEndsASessionOfOnesOwnOnAnotherDevice() {
        Answer other = api.signIn(alice.username(), PASSWORD);
        String path = "/api/sessions/" + other.text("session");
        assertThat(api.delete(path, alice.accessToken()).status()).isEqualTo(204);
        assertThat(api.delete(path, alice.accessToken()).status()).isEqualTo(204);
        assertRefused(api.get("/api/sessions", other.text("accessToken")), 401, "session_ended");
        assertThat(sessionsOf(alice.accessToken())).hasSize(1);
    }

    @Test
    void aForeignSessionCannotBeToldFromAMissingOne() {
        Person bob = api.register("bob");
        Answer foreign = api.delete("/api/sessions/" + alice.session(), bob.accessToken());
        Answer missing = api.delete("/api/sessions/" + UUID.randomUUID(), bob.accessToken());
        assertRefused(foreign, 404, "session_unknown");
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(sessionsOf(alice.accessToken())).hasSize(1);
    }

    @Test
    void aSessionNobodyUsesAnyMoreIsOver() {
        Answer forgotten = api.signIn(alice.username(), PASSWORD);
        Answer forgottenToo = api.signIn(alice.username(), PASSWORD);
        unusedForMonths(forgotten.text("session"));
        unusedForMonths(forgottenToo.text("session"));
        assertThat(sessionsOf(alice.accessToken())).hasSize(1);
        assertRefused(refresh(forgotten.text("refreshToken")), 401, "refresh_invalid");
        assertThat(endReasonOf(forgotten.text("session"))).isEqualTo("UNUSED");

        sessions.endUnused();

        assertThat(endReasonOf(forgottenToo.text("session"))).isEqualTo("UNUSED");
        assertThat(ended.isEnded(SessionId.of(forgottenToo.text("session")))).isTrue();
        assertThat(ended.isEnded(SessionId.of(alice.session()))).isFalse();
    }

    @Test
    void howeverMuchItIsUsedASessionEndsAfterNinetyDays() {
        Answer old = api.signIn(alice.username(), PASSWORD);
        Answer oldToo = api.signIn(alice.username(), PASSWORD);
        Answer younger = api.signIn(alice.username(), PASSWORD);
        begunEarlier(old.text("session"), 90);
        begunEarlier(oldToo.text("session"), 90);
        begunEarlier(younger.text("session"), 89);
        assertThat(sessionsOf(alice.accessToken())).hasSize(2);
        assertRefused(refresh(old.text("refreshToken")), 401, "refresh_invalid");
        assertThat(endReasonOf(old.text("session"))).isEqualTo("EXPIRED");

        sessions.endOld();

        assertThat(endReasonOf(oldToo.text("session"))).isEqualTo("EXPIRED");
        assertThat(ended.isEnded(SessionId.of(oldToo.text("session")))).isTrue();
        assertThat(refresh(younger.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void allOthersEndAtOnceAndThisOneGoesOn() {
        Answer phone = api.signIn(alice.username(), PASSWORD);
        Answer tablet = api.signIn(alice.username(), PASSWORD);
        Person bob = api.register("bob");
        assertThat(api.delete("/api/sessions/others", alice.accessToken()).status())
                .isEqualTo(204);
        for (Answer other : List.of(phone, tablet)) {
            assertRefused(api.get("/api/sessions", other.text("accessToken")), 401, "session_ended");
            assertThat(endReasonOf(other.text("session"))).isEqualTo("SIGNED_OUT");
        }
        assertThat(sessionsOf(alice.accessToken())).hasSize(1);
        assertThat(sessionsOf(bob.accessToken())).hasSize(1);
    }

    private void begunEarlier(String session, int days) {
        jdbc.sql("update accounts.session set created_at = now() - make_interval(days => ?) where id = ?")
                .params(days, UUID.fromString(session))
                .update();
    }

    private void unusedForMonths(String session) {
        jdbc.sql("UPDATE accounts.session SET last_used_at = now() - interval '31 days' WHERE id = ?")
                .param(UUID.fromString(session))
                .update();
    }

    private String endReasonOf(String session) {
        return jdbc.sql("SELECT end_reason FROM accounts.session WHERE id = ?")
                .param(UUID.fromString(session))
                .query(String.class)
                .single();
    }

    private List<JsonNode> sessionsOf(String accessToken) {
        Answer answer = api.get("/api/sessions", accessToken);
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.body().required("items").spliterator(), false)
                .toList();
    }

    private Answer signInByBrowser() {
        return api.post("/api/sessions", null, """
                {"username":"%s","password":"%s"}""".formatted(alice.username(), PASSWORD));
    }

    private Answer refresh(String token) {
        return api.post("/api/sessions/refresh", null, "{\"refreshToken\":\"" + token + "\"}");
    }

    private Answer refreshByCookie(String cookie, String origin) {
        return api.post("/api/sessions/refresh", null, "{}", "Cookie", cookie, "Origin", origin);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
