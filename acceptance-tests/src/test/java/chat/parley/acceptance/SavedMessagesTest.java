package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A conversation with oneself is like any other, and reaches all of one's devices. */
class SavedMessagesTest {

    private final Person alice = Person.register(World.shared(), "alice");

    @Test
    void whatOneSavesIsOnAllOfOnesDevices() {
        String saved = alice.conversationWith(alice);
        try (Device one = alice.connect();
                Device other = alice.signInAgain().connect()) {
            one.say(saved, "not to be forgotten");
            assertThat(other.awaitTexts(saved, 1)).containsExactly("not to be forgotten");
        }
        JsonNode conversation = World.shared()
                .get(alice.token(), "/api/conversations/" + saved)
                .expect(200)
                .body();
        assertThat(conversation.get("members")).hasSize(1);
        assertThat(conversation.get("unread").asLong()).isZero();
    }
}
