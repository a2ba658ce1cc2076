package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.NumberRange;
import chat.parley.events.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThreadsTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId carol = World.someone();
    private ConversationId group;
    private World.Recorded root;
    private World.Recorded first;
    private World.Recorded second;

    /** Alice asks at sequence 1, Bob answers twice in the thread and once to the conversation too. */
    @BeforeEach
    void aThread() {
        group = World.group("Tea", alice, bob, carol);
        root = World.say(group, alice, 1, 1, "tea?").show();
        first = World.reply(root, bob, 2, -1, 1, "gladly").show();
        second = World.reply(root, bob, 3, -2, 2, "with milk").show();
        World.reply(root, bob, 4, 2, 3, "at five").show();
    }

    @Test
    void theConversationShowsWhatIsSentToItAndBelowTheRootWhatThereIsInItsThread() {
        JsonNode items = Http.get(carol, "/api/conversations/" + group + "/messages?after=0")
                .items();
        assertThat(items.size()).isEqualTo(2);
        JsonNode replies = items.get(0).get("replies");
        assertThat(replies.get("count").asLong()).isEqualTo(3);
        assertThat(replies.get("last").asLong()).isEqualTo(3);
        assertThat(replies.get("authors").toString()).isEqualTo("[\"" + bob + "\"]");
        assertThat(items.get(1).get("thread").get("number").asLong()).isEqualTo(3);
        assertThat(items.get(1).has("replies")).isFalse();
    }

    @Test
    void aThreadIsReadInPagesNewestFirstWithItsRoot() {
        Http.Answer page = Http.get(carol, thread() + "?limit=2");
        assertThat(page.of("text")).containsExactly("at five", "with milk");
        assertThat(page.json().get("root").get("text").asString()).isEqualTo("tea?");
        Http.Answer rest = Http.get(carol, thread() + "?limit=2&cursor=" + page.next());
        assertThat(rest.of("text")).containsExactly("gladly");
        assertThat(rest.numbers("number")).containsExactly(-1L);
        assertThat(rest.atEnd()).isTrue();
    }

    @Test
    void whoBeganItAndWhoWroteThereFollowAndNobodyElse() {
        assertThat(followed(alice).size()).isEqualTo(1);
        assertThat(unread(alice)).isEqualTo(3);
        assertThat(unread(bob)).as("who writes has read").isZero();
        assertThat(followed(carol)).isEmpty();
        World.mark(root, carol, 0, true, 1);
        assertThat(unread(carol)).isEqualTo(2);
        World.mark(root, alice, 0, false, 0);
        assertThat(followed(alice)).isEmpty();
    }

    @Test
    void whatIsUnreadIsBehindTheMarkWithoutWhatIsDeletedOrHidden() {
        World.mark(root, alice, 0, null, 1);
        assertThat(unread(alice)).isEqualTo(2);
        World.delete(second, 5).show();
        assertThat(unread(alice)).isEqualTo(1);
        World.hide(group, alice, 0, new NumberRange(2, 2));
        assertThat(unread(alice)).isZero();
    }

    @Test
    void aDeletedReplyKeepsItsPlaceAndCountsNoMore() {
        World.delete(first, 5).show();
        Http.Answer page = Http.get(carol, thread());
        assertThat(page.numbers("number")).containsExactly(2L, -2L, -1L);
        assertThat(page.items().get(2).get("gone").asString()).isEqualTo("deleted");
        JsonNode replies = page.json().get("root").get("replies");
        assertThat(replies.get("count").asLong()).isEqualTo(2);
        assertThat(replies.get("gone").toString()).isEqualTo("[1]");
    }

    @Test
    void aThreadAboutADeletedMessageIsStillThere() {
        World.delete(root, 5).show();
        Http.Answer page = Http.get(carol, thread());
        assertThat(page.items().size()).isEqualTo(3);
        assertThat(page.json().get("root").get("gone").asString()).isEqualTo("deleted");
    }

    @Test
    void editsAndReactionsAreShownWithAReply() {
        World.edit(first, 5, "very gladly").show();
        World.react(first, carol, 6, "👍").show();
        JsonNode reply = Http.get(carol, thread()).items().get(2);
        assertThat(reply.get("text").asString()).isEqualTo("very gladly");
        assertThat(reply.get("about").size()).isEqualTo(2);
    }

    @Test
    void whoCameLaterSeesNothingOfWhatWasBeforeThem() {
        UserId dave = World.someone();
        World.add(group, dave, 5, 2).show();
        Http.get(dave, thread()).refused(404, "message_unknown");
        World.Recorded later = World.say(group, alice, 6, 3, "cake?").show();
        World.reply(later, bob, 7, -3, 1, "yes").show();
        World.reply(root, bob, 8, -4, 4, "ready").show();
        assertThat(Http.get(dave, "/api/conversations/" + group + "/threads/6").of("text"))
                .containsExactly("yes");
    }

    @Test
    void whoWasRemovedIsToldOfNoThread() {
        World.remove(group, bob, 5).show();
        assertThat(followed(bob)).isEmpty();
        Http.get(bob, thread()).refused(404, "conversation_unknown");
    }

    @Test
    void strangersAndWhatIsNoRootAreRefused() {
        Http.get(World.someone(), thread()).refused(404, "conversation_unknown");
        Http.get(carol, "/api/conversations/" + group + "/threads/2").refused(422, "in_a_thread");
        Http.get(carol, "/api/conversations/" + group + "/threads/0").refused(404, "message_unknown");
        Http.get(carol, "/api/conversations/" + group + "/threads/99").refused(404, "message_unknown");
        Http.get(carol, "/api/conversations/" + group + "/threads/-1").refused(404, "message_unknown");
        Http.get(carol, thread() + "?cursor=x").refused(400, "cursor_invalid");
    }

    private String thread() {
        return "/api/conversations/" + group + "/threads/1";
    }

    private JsonNode followed(UserId person) {
        return Http.get(person, "/api/threads").items();
    }

    private int unread(UserId person) {
        return followed(person).get(0).get("own").get("unread").size();
    }
}
