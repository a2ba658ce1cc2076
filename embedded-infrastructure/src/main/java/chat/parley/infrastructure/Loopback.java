package chat.parley.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** Asks a part, in the first words of its own protocol, whether it answers. */
final class Loopback {
    private static final int CONNECT_MILLISECONDS = 500;
    private static final int READ_MILLISECONDS = 2_000;

    private Loopback() {}

    static boolean answers(int port, byte[] question, byte[] beginningOfAnswer) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(READ_MILLISECONDS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
            socket.getOutputStream().write(question);
            byte[] answer = socket.getInputStream().readNBytes(beginningOfAnswer.length);
            return Arrays.equals(answer, beginningOfAnswer);
        } catch (IOException notYet) {
            return false;
        }
    }
}
