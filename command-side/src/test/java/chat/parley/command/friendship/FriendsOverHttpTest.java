package chat.parley.command.friendship;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.UserId;
import chat.parley.log.guard.FriendState;
import chat.parley.log.guard.Friendships;
import chat.parley.log.guard.Friendships.Friend;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class FriendsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Friendships friendships;

    private Api api;
    private Person alice;
    private Person bob;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
    }

    @Test
    void aRequestIsAcceptedAndTheFriendshipEnded() {
        assertThat(ask(alice, bob, "  we met  ").status()).isEqualTo(200);
        assertThat(states(alice)).containsExactly(FriendState.OUTGOING);
        assertThat(states(bob)).containsExactly(FriendState.INCOMING);
        assertThat(accept(bob, alice).status()).isEqualTo(200);
        assertThat(states(alice)).containsExactly(FriendState.FRIENDS);
        assertThat(states(bob)).containsExactly(FriendState.FRIENDS);
        assertRefused(withdraw(alice, bob), 409, "request_gone");
        assertThat(remove(alice, bob).status()).isEqualTo(200);
        assertThat(states(alice)).isEmpty();
        assertThat(states(bob)).isEmpty();
    }

    @Test
    void requestsThatCrossMakeFriendsAlsoAtTheSameMoment() {
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> ask(alice, bob, ""));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> ask(bob, alice, ""));
        assertThat(one.join().status()).isEqualTo(200);
        assertThat(other.join().status()).isEqualTo(200);
        assertThat(states(alice)).containsExactly(FriendState.FRIENDS);
        assertThat(states(bob)).containsExactly(FriendState.FRIENDS);
    }

    @Test
    void whoWasRejectedWaitsAndWhoTookItBackNot() {
        ask(alice, bob, "");
        assertThat(withdraw(alice, bob).status()).isEqualTo(200);
        assertThat(states(bob)).isEmpty();
        ask(alice, bob, "");
        assertThat(reject(bob, alice).status()).isEqualTo(200);
        assertThat(states(alice)).isEmpty();
        assertRefused(ask(alice, bob, ""), 409, "ask_later");
        assertThat(ask(bob, alice, "").status()).isEqualTo(200);
    }

    @Test
    void aBlockEndsWhatThereIsAndNothingBeginsWhileItLasts() {
        ask(alice, bob, "");
        accept(bob, alice);
        assertThat(block(bob, alice).status()).isEqualTo(200);
        assertThat(states(alice)).isEmpty();
        assertThat(states(bob)).isEmpty();
        assertRefused(ask(alice, bob, ""), 403, "not_accepted");
        assertRefused(ask(bob, alice, ""), 403, "unblock_first");
        api.delete("/api/me/blocks/" + alice.user(), bob.accessToken());
        assertThat(states(alice)).as("what ended is not brought back").isEmpty();
        assertThat(ask(alice, bob, "").status()).isEqualTo(200);
        assertThat(block(bob, alice).status()).isEqualTo(200);
        assertThat(states(alice)).isEmpty();
    }

    @Test
    void twoWhoBlockEachOtherAtTheSameMomentBothDo() {
        ask(alice, bob, "");
        accept(bob, alice);
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> block(alice, bob));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> block(bob, alice));
        assertThat(one.join().status()).isEqualTo(200);
        assertThat(other.join().status()).isEqualTo(200);
        assertThat(states(alice)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNeitherAnsweredNorTakenBack() {
        assertRefused(accept(alice, bob), 409, "request_gone");
        assertRefused(reject(alice, bob), 409, "request_gone");
        assertRefused(withdraw(alice, bob), 409, "request_gone");
        assertThat(remove(alice, bob).number("position")).isZero();
        assertRefused(ask(alice, alice, ""), 422, "self_friend");
        assertRefused(ask(alice, bob, "x".repeat(201)), 422, "line_invalid");
        assertThat(api.put("/api/me/friend-requests/" + UUID.randomUUID(), alice.accessToken(), "{}")
                        .text("code"))
                .isEqualTo("user_unknown");
    }

    @Test
    void erasureLeavesNothingToShowOfTheOther() {
        ask(alice, bob, "we met");
        accept(bob, alice);
        api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}");
        assertThat(states(bob)).isEmpty();
        assertRefused(ask(bob, alice, ""), 404, "user_unknown");
    }

    private List<FriendState> states(Person person) {
        return friendships.of(UserId.of(person.user()), 10).stream()
                .map(Friend::state)
                .toList();
    }

    private Answer ask(Person person, Person other, String line) {
        return api.put("/api/me/friend-requests/" + other.user(), person.accessToken(), "{\"line\":\"" + line + "\"}");
    }

    private Answer withdraw(Person person, Person other) {
        return api.delete("/api/me/friend-requests/" + other.user(), person.accessToken());
    }

    private Answer accept(Person person, Person other) {
        return api.put("/api/me/friends/" + other.user(), person.accessToken(), "{}");
    }

    private Answer reject(Person person, Person other) {
        return api.delete("/api/me/friends/" + other.user() + "/request", person.accessToken());
    }

    private Answer remove(Person person, Person other) {
        return api.delete("/api/me/friends/" + other.user(), person.accessToken());
    }

    private Answer block(Person person, Person other) {
        return api.put("/api/me/blocks/" + other.user(), person.accessToken(), "{}");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
