package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a message says once its author has edited it, and what it said before. */
class EditedMessagesTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final ConversationId conversation = World.chat(alice, bob, 0);
    private final World.Recorded helo =
            World.send(conversation, alice, 1, "helo").show();

    private JsonNode message(UserId viewer) {
        return Http.get(viewer, "/api/conversations/" + conversation + "/messages?after=0")
                .items()
                .get(0);
    }

    private String versionsPath(World.Recorded sent) {
        MessageSent message = (MessageSent) sent.event().event();
        return "/api/conversations/" + message.conversation() + "/messages/" + message.message() + "/versions?sequence="
                + sent.event().sequence();
    }

    private List<String> versions(UserId viewer) {
        return Http.get(viewer, versionsPath(helo))
                .json()
                .get("versions")
                .valueStream()
                .map(version ->
                        version.get("sequence") + " " + version.get("text").asString())
                .toList();
    }

    @Test
    void aMessageSaysWhatItsAuthorWroteLastAndWhenThatWas() {
        World.edit(helo, 2, "hallo").show();
        World.react(helo, bob, 3, "👍").show();
        World.Recorded last = World.edit(helo, 4, "hello").show();

        JsonNode message = message(bob);
        assertThat(message.get("text").asString()).isEqualTo("hello");
        JsonNode edit = message.get("about").get(1);
        assertThat(edit.get("name").asString()).isEqualTo("conversation.message-edited.v1");
        assertThat(edit.get("sequence").asLong()).isEqualTo(4);
        assertThat(edit.get("at").asString())
                .isEqualTo(last.event().envelope().recorded().toString());
        assertThat(versions(bob)).containsExactly("4 hello", "2 hallo", "1 helo");
    }

    @Test
    void theListShowsTheTextOfTheLastEdit() {
        World.edit(helo, 2, "hello").show();
        World.send(World.chat(alice, World.someone(), 0), alice, 1, "another").show();
        List<String> last = Http.get(alice, "/api/conversations")
                .items()
                .valueStream()
                .map(each -> each.get("lastMessage").get("text").asString())
                .toList();
        assertThat(last).containsExactly("another", "hello");
        JsonNode one = Http.get(bob, "/api/conversations/" + conversation).json();
        assertThat(one.get("lastMessage").get("text").asString()).isEqualTo("hello");
        assertThat(one.get("unread").asLong()).isEqualTo(1);
    }

    @Test
    void ofADeletedMessageNoTextIsLeft() {
        World.edit(helo, 2, "hello").show();
        World.delete(helo, 3).show();
        assertThat(message(bob).get("text").isNull()).isTrue();
        assertThat(versions(bob)).isEmpty();
        assertThat(Http.get(bob, "/api/conversations/" + conversation).body()).doesNotContain("hello");
    }

    @Test
    void ofWhoWasErasedNoTextIsLeftBeforeAnyViewHasHeardOfIt() {
        World.register(alice, "alice" + alice.toString().substring(0, 8), "Alice")
                .show();
        World.edit(helo, 2, "hello").show();
        World.erase(alice);
        assertThat(message(bob).get("gone").asString()).isEqualTo("erased");
        assertThat(message(bob).has("about")).isFalse();
        assertThat(versions(bob)).isEmpty();
        assertThat(Http.get(bob, "/api/conversations/" + conversation).body()).doesNotContain("hello");
    }

    @Test
    void earlierTextsAreForThoseWhoSeeTheMessage() {
        UserId carol = World.someone();
        ConversationId group = World.group("Tea party", alice, bob);
        World.Recorded tea = World.say(group, alice, 1, 1, "tea?").show();
        World.add(group, carol, 2, 1).show();
        World.edit(tea, 3, "tea!").show();
        Http.get(carol, versionsPath(tea)).refused(404, "message_unknown");
        Http.get(World.someone(), versionsPath(tea)).refused(404, "conversation_unknown");
        assertThat(Http.get(carol, "/api/conversations/" + group).body()).doesNotContain("tea!");
        assertThat(Http.get(bob, versionsPath(tea)).body()).contains("tea!", "tea?");
    }

    @Test
    void whatIsNoMessageHasNoTexts() {
        Http.get(bob, versionsPath(helo).replace("=1", "=0")).refused(404, "message_unknown");
        Http.get(bob, versionsPath(helo).replace("=1", "=-1")).refused(404, "message_unknown");
        Http.get(bob, versionsPath(helo).replace("=1", "=99")).refused(404, "message_unknown");
    }
}
