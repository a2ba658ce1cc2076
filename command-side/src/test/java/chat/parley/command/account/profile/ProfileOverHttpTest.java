package chat.parley.command.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ContactChanged;
import chat.parley.events.ContactDetails;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.log.EventLog;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class ProfileOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;

    @BeforeEach
    void onePerson() {
        api = new Api(port);
        alice = api.register("alice");
    }

    @Test
    void aProfileIsRecordedInItsNormalForm() {
        Answer changed = change(alice, " " + alice.username().toUpperCase(Locale.ROOT), " Zoe\u0308 ", "  ");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(log.at(changed.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(
                        ProfileChanged.class,
                        event -> assertThat(event.content())
                                .isEqualTo(new ProfileDetails(alice.username(), "Zo\u00eb", null)));
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        Answer answer = change(alice, "a b", "\u202e", "a".repeat(201));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("code"))
                .containsExactly("username_invalid", "display_name_invalid", "about_invalid");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("username", "displayName", "about");
    }

    @Test
    void oneSignsInWithTheNewUsernameAndNobodyElseGetsTheOldOne() {
        String next = Api.unused("alicia");
        assertThat(change(alice, next, "Alice", null).status()).isEqualTo(200);
        assertThat(api.signIn(next, Api.PASSWORD).status()).isEqualTo(201);
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(401);

        Person bob = api.register("bob");
        Answer taking = change(bob, alice.username(), "Bob", null);
        assertThat(taking.status()).isEqualTo(409);
        assertThat(taking.body().path("errors").findValuesAsString("field")).containsExactly("username");
        assertThat(api.post("/api/accounts", null, Api.registration(alice.username()))
                        .status())
                .isEqualTo(409);
        assertThat(change(bob, next, "Bob", null).text("code")).isEqualTo("username_taken");
        assertThat(api.signIn(bob.username(), Api.PASSWORD).status())
                .as("a refused change changes nothing")
                .isEqualTo(201);

        assertThat(change(alice, alice.username(), "Alice", null).status())
                .as("one's own is taken back")
                .isEqualTo(200);
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void ofTwoWhoWantTheSameNameAtOnceOneGetsIt() throws Exception {
        Person bob = api.register("bob");
        String wanted = Api.unused("race");
        List<Callable<Answer>> attempts =
                List.of(() -> change(alice, wanted, "Alice", null), () -> change(bob, wanted, "Bob", null));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(attempts).stream().map(Future::resultNow))
                    .extracting(Answer::status)
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void usernamesAreNotCollected() {
        for (int i = 0; i < 5; i++) {
            assertThat(change(alice, Api.unused("name"), "Alice", null).status())
                    .isEqualTo(200);
        }
        assertThat(change(alice, Api.unused("name"), "Alice", null).status()).isEqualTo(429);
    }

    @Test
    void whoIsFoundByNothingIsFoundByThoseTheyTalkWithAlone() {
        Person bob = api.register("bob");
        assertThat(start(bob).status()).isEqualTo(201);
        Answer changed = api.put("/api/me/privacy", alice.accessToken(), "{\"findable\":\"by_nothing\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(start(api.register("carol")).text("code")).isEqualTo("user_unknown");
        assertThat(start(bob).status()).isEqualTo(200);
        assertThat(api.put("/api/me/privacy", alice.accessToken(), "{}").status())
                .isEqualTo(400);
    }

    private Answer start(Person person) {
        return api.post("/api/conversations/direct", person.accessToken(), """
                {"username":"%s"}""".formatted(alice.username()));
    }

    @Test
    void addressAndNumberAreChangedTogether() {
        Answer changed = contact("{\"email\":\" a@example.net \",\"phone\":\"+4915112345678\"}");
        assertThat(log.at(changed.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(
                        ContactChanged.class,
                        event -> assertThat(event.content())
                                .isEqualTo(new ContactDetails("a@example.net", "+4915112345678")));
        Answer wrong = contact("{\"email\":\"nowhere\",\"phone\":\"12\"}");
        assertThat(wrong.body().path("errors").findValuesAsString("code"))
                .containsExactly("email_invalid", "phone_invalid");
    }

    private Answer contact(String json) {
        return api.put("/api/me/contact", alice.accessToken(), json);
    }

    private Answer change(Person person, String username, String displayName, @Nullable String about) {
        String json = "{\"username\":\"%s\",\"displayName\":\"%s\"%s}"
                .formatted(username, displayName, about == null ? "" : ",\"about\":\"" + about + "\"");
        return api.put("/api/me/profile", person.accessToken(), json);
    }
}
