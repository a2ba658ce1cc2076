package chat.parley.command.conversation.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelaysHealthTest {

    @Test
    void whereThereIsNoneNothingIsWrong() {
        assertThat(statusOf()).isEqualTo("UP");
    }

    @Test
    void aRelayThatAnswersIsWellAndOneThatDoesNotIsTold() throws Exception {
        try (DatagramSocket relay = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                ServerSocket byTcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.ofVirtual().start(() -> echo(relay));
            assertThat(statusOf(
                            "turn:127.0.0.1:%d?transport=udp".formatted(relay.getLocalPort()),
                            "turn:127.0.0.1:%d?transport=tcp".formatted(byTcp.getLocalPort())))
                    .isEqualTo("UP");
            answering.join();
            assertThat(statusOf("turn:127.0.0.1:%d".formatted(relay.getLocalPort())))
                    .as("silent")
                    .isEqualTo("DEGRADED");
        }
        assertThat(statusOf("nonsense")).isEqualTo("DEGRADED");
    }

    private static void echo(DatagramSocket relay) {
        try {
            DatagramPacket question = new DatagramPacket(new byte[64], 64);
            relay.receive(question);
            relay.send(question);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String statusOf(String... relays) {
        return new RelaysHealth(new CallSettings(List.of(), List.of(relays), "secret", null))
                .health()
                .getStatus()
                .getCode();
    }
}
