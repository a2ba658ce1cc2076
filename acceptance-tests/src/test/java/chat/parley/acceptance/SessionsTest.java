package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A socket belongs to a session, which is longer than any of its tokens and ends when it is ended. */
class SessionsTest {

    /** A clock that can be put forward. */
    private static final class TestClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void forward(Duration time) {
            ahead.accumulateAndGet(time, Duration::plus);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aSocketOutlivesItsAccessTokenAndTheSessionGoesOnWithANewOne() {
        TestClock clock = new TestClock();
        try (World.Running product = World.start(Map.of(), clock)) {
            Http http = product.http();
            Person alice = Person.register(http, "alice");
            Person bob = Person.register(http, "bob");
            String conversation = alice.conversationWith(bob);
            try (Device device = alice.connect()) {
                clock.forward(Duration.ofMinutes(6));
                assertThat(http.get(alice.token(), "/api/me").expect(401).code())
                        .isEqualTo("token_expired");
                assertThat(device.say(conversation, "still here").get("type").asString())
                        .isEqualTo("ack");
                Http.Answer refreshed = refresh(http, alice.refreshToken());
                String token = refreshed.expect(200).body().get("accessToken").asString();
                assertThat(http.get(token, "/api/me")
                                .expect(200)
                                .body()
                                .get("user")
                                .asString())
                        .isEqualTo(alice.user());
                assertThat(device.say(conversation, "and here").get("type").asString())
                        .isEqualTo("ack");
            }
        }
    }

    @Test
    void aRefreshTokenUsedAfterItsSuccessorEndsTheSessionAndClosesItsSockets() {
        Http http = World.shared();
        Person alice = Person.register(http, "alice");
        try (Device device = alice.connect()) {
            String second = nextAfter(http, alice.refreshToken());
            String third = nextAfter(http, second);
            refresh(http, alice.refreshToken()).expect(401);
            assertThat(device.awaitClose()).isEqualTo(4001);
            refresh(http, third).expect(401);
        }
    }

    @Test
    void whoLostTheAnswerToARefreshStaysSignedIn() {
        Http http = World.shared();
        Person alice = Person.register(http, "alice");
        try (Device device = alice.connect()) {
            refresh(http, alice.refreshToken()).expect(200);
            String second = nextAfter(http, alice.refreshToken());
            refresh(http, second).expect(200);
            String conversation = alice.conversationWith(Person.register(http, "bob"));
            assertThat(device.say(conversation, "still here").get("type").asString())
                    .isEqualTo("ack");
        }
    }

    private static String nextAfter(Http http, String refreshToken) {
        return refresh(http, refreshToken)
                .expect(200)
                .body()
                .get("refreshToken")
                .asString();
    }

    @Test
    void anotherDeviceCanBeSignedOutFromTheList() {
        Http http = World.shared();
        Person phone = Person.register(http, "alice");
        Person laptop = phone.signInAgain();
        try (Device onPhone = phone.connect();
                Device onLaptop = laptop.connect()) {
            assertThat(http.get(laptop.token(), "/api/sessions")
                            .expect(200)
                            .body()
                            .get("items"))
                    .hasSize(2);
            http.delete(laptop.token(), "/api/sessions/" + phone.session()).expect(204);
            assertThat(onPhone.awaitClose()).isEqualTo(4001);
            assertThat(http.get(phone.token(), "/api/me").expect(401).code()).isEqualTo("session_ended");
            onLaptop.ask("ping", Map.of());
        }
    }

    @Test
    void aNewSignInIsToldToThePersonsOtherDevicesAndToNobodyElse() {
        Http http = World.shared();
        Person alice = Person.register(http, "alice");
        Person bob = Person.register(http, "bob");
        String conversation = alice.conversationWith(bob);
        try (Device first = alice.connect();
                Device atBob = bob.connect()) {
            Person again = alice.signInAgain();
            assertThat(first.await("signed-in", _ -> true).get("session").asString())
                    .isEqualTo(again.session());
            try (Device second = again.connect()) {
                Person third = alice.signInAgain();
                second.await(
                        "signed-in", frame -> frame.get("session").asString().equals(third.session()));
                assertThat(second.told("signed-in")).hasSize(1);
                second.say(conversation, "after");
                atBob.awaitTexts(conversation, 1);
                assertThat(atBob.told("signed-in")).isEmpty();
            }
        }
    }

    private static Http.Answer refresh(Http http, String token) {
        return http.post(null, "/api/sessions/refresh", Map.of("refreshToken", token));
    }
}
