package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.NumberRange;
import chat.parley.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();

    private static String links(ConversationId conversation) {
        return "/api/conversations/" + conversation + "/media?kind=links";
    }

    @Test
    void messagesThatLinkToSomethingAreListedNewestFirst() {
        ConversationId conversation = World.chat(alice, bob, 0);
        List<String> texts = List.of(
                "see https://example.org/1",
                "http is a protocol",
                "HTTP://EXAMPLE.ORG/2",
                "https:// nothing",
                "(https://example.org)");
        for (int i = 0; i < texts.size(); i++) {
            World.send(conversation, alice, i + 1, texts.get(i)).show();
        }
        Http.Answer first = Http.get(bob, links(conversation) + "&limit=2");
        assertThat(first.numbers("number")).containsExactly(5L, 3L);
        Http.Answer rest = Http.get(bob, links(conversation) + "&limit=2&cursor=" + first.next());
        assertThat(rest.numbers("number")).containsExactly(1L);
        assertThat(rest.atEnd()).isTrue();
    }

    @Test
    void aLongTalkWithoutLinksIsReadInSeveralRequests() {
        ConversationId conversation = World.chat(alice, bob, 1_100);
        Http.Answer first = Http.get(bob, links(conversation));
        assertThat(first.items()).isEmpty();
        assertThat(first.atEnd()).isFalse();
        Http.Answer rest = Http.get(bob, links(conversation) + "&cursor=" + first.next());
        assertThat(rest.items()).isEmpty();
        assertThat(rest.atEnd()).isTrue();
    }

    @Test
    void whatIsDeletedOrDeletedForOneselfIsLeftOutAndAnEditCounts() {
        ConversationId conversation = World.chat(alice, bob, 0);
        World.send(conversation, alice, 1, "https://example.org/1").show();
        World.Recorded second =
                World.send(conversation, alice, 2, "https://example.org/2").show();
        World.Recorded third =
                World.send(conversation, alice, 3, "https://example.org/3").show();
        World.Recorded fourth = World.send(conversation, alice, 4, "soon").show();
        World.delete(second, 5).show();
        World.edit(third, 6, "not any more").show();
        World.edit(fourth, 7, "https://example.org/4").show();
        assertThat(Http.get(bob, links(conversation)).numbers("number")).containsExactly(4L, 1L);
        World.hide(conversation, bob, 0, new NumberRange(1, 1)).show();
        assertThat(Http.get(bob, links(conversation)).numbers("number")).containsExactly(4L);
        assertThat(Http.get(alice, links(conversation)).numbers("number")).containsExactly(4L, 1L);
    }

    @Test
    void onlyWhatAMemberMaySeeIsListed() {
        ConversationId group = World.group("a group", alice);
        World.say(group, alice, 1, 1, "https://example.org/before").show();
        World.add(group, bob, 2, 1).show();
        World.say(group, alice, 3, 2, "https://example.org/during").show();
        assertThat(Http.get(bob, links(group)).numbers("number")).containsExactly(2L);
        assertThat(Http.get(alice, links(group)).numbers("number")).containsExactly(2L, 1L);
        World.remove(group, bob, 4).show();
        Http.get(bob, links(group)).refused(404, "conversation_unknown");
        Http.get(World.someone(), links(group)).refused(404, "conversation_unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=secrets", "kind=LINKS", "kind=links&limit=0", "kind=links&limit=101"})
    void whatThereIsNotIsRefused(String query) {
        ConversationId conversation = World.chat(alice, bob, 1);
        Http.get(alice, "/api/conversations/" + conversation + "/media?" + query)
                .refused(400, "range_invalid");
        Http.get(alice, links(conversation) + "&cursor=x").refused(400, "cursor_invalid");
    }
}
