package chat.parley.command.conversation.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.command.conversation.call.IceServers.IceServer;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceServersTest {

    private static final String STUN = "stun:stun.example.org";
    private static final String TURN = "turns:turn.example.org";
    private static final UserId ALICE = UserId.of("0000000a-0000-7000-8000-00000000000a");
    private static final Instant NOW = Instant.ofEpochSecond(1000000000L);

    @Test
    void aRelayIsGivenWithWhatItTakesForAnHour() {
        IceServers servers = new IceServers(new CallSettings(List.of(STUN), List.of(TURN), "relay secret", null));
        assertThat(servers.of(ALICE, NOW))
                .containsExactly(
                        new IceServer(List.of(STUN), null, null),
                        new IceServer(List.of(TURN), "1000003600:c218ec4bef71e9e4", "09LThU1EJ26q3V0WtaDNHCjG0sA="));
    }

    @Test
    void withoutSettingsThereAreNone() {
        assertThat(new IceServers(new CallSettings(List.of(), List.of(), null, null)).of(ALICE, NOW))
                .isEmpty();
    }

    @Test
    void aRelayNeedsItsSecret() {
        assertThatThrownBy(() -> new CallSettings(List.of(), List.of(TURN), " ", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("turn-secret");
    }
}
