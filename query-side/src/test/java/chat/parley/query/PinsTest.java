package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages of a conversation are pinned. */
class PinsTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId carol = World.someone();

    private static List<Long> pinned(UserId viewer, ConversationId conversation) {
        return Http.get(viewer, "/api/conversations/" + conversation)
                .json()
                .path("pins")
                .valueStream()
                .map(pin -> pin.get("number").asLong())
                .toList();
    }

    @Test
    void thePinnedMessagesAreToldTheLastPinnedFirstUntilTheyAreUnpinnedOrDeleted() {
        ConversationId conversation = World.chat(alice, bob, 0);
        World.Recorded first = World.send(conversation, alice, 1, "one").show();
        World.Recorded second = World.send(conversation, bob, 2, "two").show();
        assertThat(pinned(alice, conversation)).isEmpty();
        World.pin(second, alice, 3).show();
        World.pin(first, bob, 4).show();
        assertThat(pinned(alice, conversation)).containsExactly(1L, 2L);
        World.unpin(second, bob, 5).show();
        assertThat(pinned(bob, conversation)).containsExactly(1L);
        World.delete(first, 6).show();
        assertThat(pinned(bob, conversation)).isEmpty();
    }

    @Test
    void whatWasSaidBeforeSomebodyCameIsPinnedForTheOthers() {
        ConversationId group = World.group("Gardeners", alice, bob);
        World.Recorded before = World.say(group, alice, 1, 1, "before").show();
        World.pin(before, alice, 2).show();
        World.add(group, carol, 3, 1).show();
        assertThat(pinned(bob, group)).containsExactly(1L);
        assertThat(pinned(carol, group)).isEmpty();
    }
}
