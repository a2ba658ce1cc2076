package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which unread messages mention somebody, and where messages mention whom. */
class MentionsTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final ConversationId conversation = World.chat(alice, bob, 1);

    private List<Long> unread(UserId viewer) {
        JsonNode seen = Http.get(viewer, "/api/conversations/" + conversation).json();
        return seen.path("mentions")
                .valueStream()
                .map(mention -> mention.get("number").asLong())
                .toList();
    }

    @Test
    void unreadMentionsAreToldWithTheConversationUntilTheyAreReadEditedOutOrDeleted() {
        World.mention(conversation, alice, 2, bob, "@bob look").show();
        World.Recorded third =
                World.mention(conversation, alice, 3, bob, "@bob again").show();
        World.Recorded fourth =
                World.mention(conversation, alice, 4, bob, "@bob here").show();
        assertThat(unread(bob)).containsExactly(2L, 3L, 4L);
        assertThat(unread(alice)).isEmpty();
        World.read(conversation, bob, 0, 2).show();
        assertThat(unread(bob)).containsExactly(3L, 4L);
        World.edit(third, 5, "nobody").show();
        assertThat(unread(bob)).containsExactly(4L);
        World.delete(fourth, 6).show();
        assertThat(unread(bob)).isEmpty();
    }

    @Test
    void aMessageTellsWhereItMentionsWhomUntilAnEditDoesNot() {
        World.Recorded sent =
                World.mention(conversation, alice, 2, bob, "@bob look").show();
        JsonNode mention = message().get("mentions").get(0);
        assertThat(mention.get("user").asString()).isEqualTo(bob.toString());
        assertThat(mention.get("from").asInt()).isZero();
        assertThat(mention.get("length").asInt()).isEqualTo(4);
        World.edit(sent, 3, "look").show();
        assertThat(message().has("mentions")).isFalse();
    }

    @Test
    void whatSomebodyWroteWhoWasErasedCallsForNobody() {
        World.register(alice, "alice_" + alice.value().toString().substring(0, 8), "Alice")
                .show();
        World.mention(conversation, alice, 2, bob, "@bob look").show();
        assertThat(unread(bob)).containsExactly(2L);
        World.erase(alice).show();
        assertThat(unread(bob)).isEmpty();
    }

    private JsonNode message() {
        return Http.get(bob, "/api/conversations/" + conversation + "/messages?after=1")
                .items()
                .get(0);
    }
}
