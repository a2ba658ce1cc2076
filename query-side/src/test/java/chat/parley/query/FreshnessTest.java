package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();

    @Test
    void aQueryWaitsUntilItsViewHoldsWhatTheCallerWrote() throws Exception {
        ConversationId conversation = World.chat(alice, bob, 1);
        World.Recorded written = World.send(conversation, alice, 2, "just now");
        var asked = CompletableFuture.supplyAsync(() ->
                Http.getAfter(alice, "/api/conversations/" + conversation + "/messages?limit=1", written.position()));
        Http.Answer unasked = Http.get(alice, "/api/conversations/" + conversation + "/messages?limit=1");
        assertThat(unasked.of("text")).containsExactly("text 1");
        written.show();
        assertThat(asked.get().of("text")).containsExactly("just now");
    }

    @Test
    void aViewThatStaysBehindIsARefusalToTryAgain() {
        ConversationId conversation = World.chat(alice, bob, 1);
        World.Recorded written = World.send(conversation, alice, 2, "not shown");
        long begun = System.nanoTime();
        assertThat(Http.get(alice, "/api/conversations").status()).isEqualTo(200);
        long unasked = System.nanoTime() - begun;
        begun = System.nanoTime();
        Http.Answer behind = Http.getAfter(alice, "/api/conversations", written.position());
        long asked = System.nanoTime() - begun;
        behind.refused(503, "view_behind");
        assertThat(behind.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(asked).isBetween(2_000_000_000L, 4_000_000_000L + unasked);
        Http.getAfter(alice, "/api/conversations/" + conversation, written.position())
                .refused(503, "view_behind");
        written.show();
        assertThat(Http.getAfter(alice, "/api/conversations", written.position())
                        .items())
                .hasSize(1);
    }

    @Test
    void aPositionOfAnotherConversationMeansEverythingUpToThere() {
        ConversationId conversation = World.chat(alice, bob, 1);
        World.Recorded lacking = World.send(conversation, alice, 2, "late");
        long elsewhere = World.startApartFrom(conversation).show().position();
        String messages = "/api/conversations/" + conversation + "/messages";
        assertThat(elsewhere).isGreaterThan(lacking.position());
        Http.getAfter(alice, messages, elsewhere).refused(503, "view_behind");
        lacking.show();
        assertThat(Http.getAfter(alice, messages, elsewhere).items()).hasSize(2);
    }

    @Test
    void aQuietConversationIsAnsweredAtOnceHoweverFarTheLogHasCome() {
        ConversationId conversation = World.chat(alice, bob, 1);
        // Of a queue nobody consumes, perhaps another's.
        long elsewhere = World.start(World.someone(), World.someone()).position();
        assertThat(Http.getAfter(alice, "/api/conversations/" + conversation + "/messages", elsewhere)
                        .items())
                .hasSize(1);
        assertThat(Http.getAfter(alice, "/api/conversations", elsewhere).items())
                .hasSize(1);
    }

    @Test
    void receiptsWaitForTheCursorsOfTheConversation() {
        ConversationId conversation = World.chat(alice, bob, 1);
        World.Recorded read = World.read(conversation, bob, 0, 1);
        String receipts = "/api/conversations/" + conversation + "/messages/1/receipts";
        Http.getAfter(alice, receipts, read.position()).refused(503, "view_behind");
        read.show();
        assertThat(Http.getAfter(alice, receipts, read.position())
                        .json()
                        .get("receipts")
                        .get(0)
                        .get("readAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void aConversationJustStartedIsNotMissingButNotReadyYet() {
        World.Recorded started = World.start(alice, bob);
        String path = "/api/conversations/" + World.between(alice, bob);
        Http.get(alice, path).refused(503, "view_behind");
        started.show();
        assertThat(Http.get(alice, path).status()).isEqualTo(200);
    }

    @Test
    void theDirectoryIsWaitedForAsWell() {
        String username = "f" + UUID.randomUUID().toString().substring(0, 8);
        World.Recorded registered = World.register(alice, username, "Alice");
        Http.getAfter(bob, "/api/users/" + username, registered.position()).refused(503, "view_behind");
        Http.getAfter(bob, "/api/users?query=" + username, registered.position())
                .refused(503, "view_behind");
        assertThat(Http.getAfter(alice, "/api/me", registered.position()).status())
                .isEqualTo(200);
        registered.show();
        assertThat(Http.getAfter(bob, "/api/users?query=" + username, registered.position())
                        .items())
                .hasSize(1);
    }

    @Test
    void theDirectoryIsNotWaitedForWhereNothingHappenedToAccounts() {
        String username = "f" + UUID.randomUUID().toString().substring(0, 8);
        World.register(alice, username, "Alice").show();
        World.Recorded started = World.start(alice, bob);
        assertThat(Http.getAfter(bob, "/api/users/" + username, started.position())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPositionTheLogHasNotReachedIsWaitedForAndThenRefused() {
        long head = QueryService.bean(EventLog.class).head();
        Http.getAfter(alice, "/api/me", head + 1_000_000).refused(503, "view_behind");
        Http.getAfter(alice, "/api/conversations", head + 1_000_000).refused(503, "view_behind");
        Http.getAfter(alice, "/api/conversations", -1).refused(400, "range_invalid");
    }
}
