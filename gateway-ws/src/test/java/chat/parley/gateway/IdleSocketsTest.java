package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What an open socket costs while nothing happens. {@code -Dparley.idle.sockets=3000} measures it more exactly. */
@Isolated("the heap of the whole process is measured")
class IdleSocketsTest {

    private static final int SOCKETS = Integer.getInteger("parley.idle.sockets", 500);

    /** The server's part, and less than 2 KiB for the test's own end of each. */
    private static final long MOST_BYTES = (16 + 2) * 1024;

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG, Map.of("parley.gateway.heartbeat", "1h"));

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void anIdleSocketOfABrowserCostsAtMost16KibibytesOfHeap() throws Exception {
        // What is made once, for the first sockets, is none of theirs.
        close(open(100));
        long before = used();
        List<RawSocket> sockets = open(SOCKETS);
        long each = (used() - before) / SOCKETS;
        System.out.printf("an idle socket costs %,d bytes of heap, both ends%n", each);
        close(sockets);
        assertThat(each).isLessThan(MOST_BYTES);
    }

    private static List<RawSocket> open(int count) throws IOException {
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawSocket socket = RawSocket.open(NODE, NODE.ticket(People.someone(), "{\"client\":\"browser\"}"));
            assertThat(socket.head()).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
            socket.text("{\"type\":\"resume\"}".getBytes(StandardCharsets.UTF_8), true);
            socket.await("ready");
            sockets.add(socket);
        }
        return sockets;
    }

    private static void close(List<RawSocket> sockets) throws IOException {
        for (RawSocket socket : sockets) {
            socket.close();
        }
    }

    /** Bytes of all objects that are reachable. Unlike the used part of the heap, it holds no room that threads have taken ahead. */
    private static long used() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\d+: .*") && !line.contains("jdk.internal.vm.Filler"))
                .mapToLong(line -> Long.parseLong(line.split(" +")[2]))
                .sum();
    }
}
