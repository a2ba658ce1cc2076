package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members say about messages, as pages of history tell it; told of reactions. */
class SaidAboutTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final ConversationId conversation = World.chat(alice, bob, 0);
    private final World.Recorded hello =
            World.send(conversation, alice, 1, "hello").show();

    private JsonNode messages(UserId viewer) {
        return Http.get(viewer, "/api/conversations/" + conversation + "/messages?after=0")
                .items();
    }

    private List<String> said(UserId viewer) {
        return messages(viewer)
                .get(0)
                .path("about")
                .valueStream()
                .map(about -> about.get("data").get("member").asString() + " "
                        + about.get("data").get("content").get("emojis"))
                .toList();
    }

    @Test
    void theNewestOfEachMemberIsToldWithItsMessageAsTheEventThatSaysIt() {
        World.react(hello, bob, 2, "👍").show();
        World.react(hello, alice, 3, "🐇").show();
        World.Recorded last = World.react(hello, bob, 4, "👍", "🎉").show();

        assertThat(said(bob)).containsExactly(alice + " [\"🐇\"]", bob + " [\"👍\",\"🎉\"]");
        JsonNode about = messages(alice).get(0).get("about").get(1);
        assertThat(about.propertyNames()).containsExactly("sequence", "at", "name", "data");
        assertThat(about.get("sequence").asLong()).isEqualTo(4);
        assertThat(about.get("name").asString()).isEqualTo("conversation.reactions-changed.v1");
        assertThat(about.get("at").asString())
                .isEqualTo(last.event().envelope().recorded().toString());
        assertThat(about.get("data").get("target").asLong()).isEqualTo(1);
    }

    @Test
    void itCountsInSequenceAndIsNoMessage() {
        World.react(hello, bob, 2, "👍").show();
        JsonNode head = Http.get(alice, "/api/conversations/" + conversation).json();
        assertThat(head.get("lastSequence").asLong()).isEqualTo(2);
        assertThat(head.get("lastNumber").asLong()).isEqualTo(1);
        assertThat(Http.get(bob, "/api/conversations/" + conversation)
                        .json()
                        .get("unread")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void ofAMessageThatWasDeletedNothingIsTold() {
        World.Recorded reacted = World.react(hello, bob, 2, "👍").show();
        World.delete(hello, 3).show();
        reacted.show();
        assertThat(messages(bob).get(0).has("about")).isFalse();
    }

    @Test
    void ofWhoWasErasedNothingIsToldBeforeAnyViewHasHeardOfIt() {
        World.register(bob, "bob" + bob.toString().substring(0, 8), "Bob").show();
        World.react(hello, bob, 2, "👍").show();
        World.react(hello, alice, 3, "🐇").show();
        World.erase(bob);
        assertThat(said(alice)).containsExactly(alice + " [\"🐇\"]");
    }

    @Test
    void whoIsNoMemberAnyMoreIsNotToldWhatWasSaidSince() {
        UserId carol = World.someone();
        ConversationId group = World.group("Tea party", alice, carol);
        World.Recorded tea = World.say(group, alice, 1, 1, "tea?").show();
        World.react(tea, alice, 2, "🐇").show();
        World.remove(group, carol, 3).show();
        World.react(tea, alice, 4, "🫖").show();
        String messages = "/api/conversations/" + group + "/messages";
        assertThat(Http.get(alice, messages).body()).contains("🫖");
        assertThat(Http.get(carol, messages).body()).doesNotContain("🫖");
    }

    @Test
    void aRowThatTheLogDidNotPutThereIsNotShown() {
        World.Recorded reacted = World.react(hello, bob, 2, "👍").show();
        byte[] row = World.row(reacted.event());
        ViewRows.say(conversation, 1, alice, row);
        ViewRows.say(conversation, 1, World.someone(), Forgery.of(row).sealed());
        ViewRows.say(conversation, 1, World.someone(), new byte[0]);
        ViewRows.say(conversation, 2, bob, row);
        World.send(conversation, alice, 3, "there").show();
        assertThat(said(alice)).containsExactly(bob + " [\"👍\"]");
    }
}
