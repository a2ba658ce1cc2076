package chat.parley.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandKeyTest {

    private static final UserId ALICE = new UserId(new UUID(0x7000, 1));
    private static final UserId BOB = new UserId(new UUID(0x7000, 2));

    @Test
    void whatACommandCreatesHasAnIdOfTheAccountAndItsKey() {
        UUID id = of(ALICE, "a").newId("group");
        assertThat(of(ALICE, "a").newId("group")).isEqualTo(id);
        assertThat(of(ALICE, "b").newId("group")).isNotEqualTo(id);
        assertThat(of(BOB, "a").newId("group")).isNotEqualTo(id);
        assertThat(of(ALICE, "a").newId("client")).isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(5);
    }

    @Test
    void aKeyIsNeverTakenForAMessage() {
        MessageId message = new MessageId(new UUID(0x7000, 3));
        assertThat(of(ALICE, message.toString()).commandId()).isNotEqualTo(CommandId.of(ALICE, message));
    }

    private static CommandKey of(UserId user, String key) {
        return IdempotencyKey.of(key, "POST /api/groups").of(new Caller(user, new SessionId(new UUID(0x7000, 9))));
    }
}
