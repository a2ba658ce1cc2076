package chat.parley.command.conversation.call;

import chat.parley.log.LogHealth;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the relays of calls answer. Without them calls go on between devices that reach each other. */
@Component("relays")
class RelaysHealth implements HealthIndicator {

    private static final Pattern ADDRESS =
            Pattern.compile("(turns?):([^:?\\[\\]]+|\\[[^]]+])(?::(\\d+))?(?:\\?transport=(udp|tcp))?");
    private static final int PATIENCE_MS = 1_000;
    private static final int PORT = 3478;
    private static final int TLS_PORT = 5349;
    private static final int ID = 8;

    private final CallSettings settings;
    private final SecureRandom random = new SecureRandom();

    RelaysHealth(CallSettings settings) {
        this.settings = settings;
    }

    @Override
    public Health health() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (String relay : settings.turn()) {
            answers.put(relay, answers(relay));
        }
        boolean well = answers.values().stream().allMatch(each -> each);
        return (well ? Health.up() : Health.status(LogHealth.DEGRADED))
                .withDetails(answers)
                .build();
    }

    private boolean answers(String relay) {
        Matcher address = ADDRESS.matcher(relay);
        if (!address.matches()) {
            return false;
        }
        boolean overTls = address.group(1).equals("turns");
        int port = address.group(3) != null ? Integer.parseInt(address.group(3)) : overTls ? TLS_PORT : PORT;
        try {
            if (overTls || "tcp".equals(address.group(4))) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address.group(2), port), PATIENCE_MS);
                }
                return true;
            }
            return answersByUdp(address.group(2), port);
        } catch (IOException silent) {
            return false;
        }
    }

    /** A STUN binding request, which is answered to anybody (RFC 8489). */
    private boolean answersByUdp(String host, int port) throws IOException {
        byte[] question = new byte[20];
        random.nextBytes(question);
        System.arraycopy(new byte[] {0, 1, 0, 0, 0x21, 0x12, (byte) 0xA4, 0x42}, 0, question, 0, ID);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(InetAddress.getByName(host), port);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            return answer.getLength() >= question.length
                    && Arrays.equals(answer.getData(), ID, question.length, question, ID, question.length);
        }
    }
}
