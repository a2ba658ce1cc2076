package chat.parley.command.conversation.startdirect;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.deployment.DeploymentKey;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import org.junit.jupiter.api.Test;

/** These ids are in the log for ever: what a key makes of a pair may not change. */
class DirectConversationIdsTest {

    private static final UserId ALICE = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UserId BOB = UserId.of("01890a5d-ac96-774b-bcce-b302099a8058");

    private final DirectConversationIds ids = new DirectConversationIds(new DeploymentKey(new byte[32]));

    @Test
    void aPairHasOneConversationWhoeverStartsIt() {
        assertThat(ids.between(ALICE, BOB))
                .isEqualTo(ids.between(BOB, ALICE))
                .hasToString("2b648c8f-7750-8c34-b96b-95ca3a81eeca");
        assertThat(DirectConversation.is(ids.between(ALICE, BOB))).isTrue();
    }

    @Test
    void anotherKeyMakesAnotherId() {
        byte[] key = new byte[32];
        key[31] = 1;
        assertThat(new DirectConversationIds(new DeploymentKey(key)).between(ALICE, BOB))
                .isNotEqualTo(ids.between(ALICE, BOB));
    }
}
