package chat.parley.infrastructure;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Free loopback ports, chosen at the first start and kept as long as nobody else takes them. They come from below the range
 * systems give to outgoing connections, which could otherwise hold one of them while its part is down. Between the choice of a port and
 * the moment its part listens, a UDP socket of the same number tells other processes of this kind that it is taken.
 */
final class Ports implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private final PropertiesFile file;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<String, Integer> chosen = new HashMap<>();
    private final Map<Integer, DatagramSocket> claims = new HashMap<>();

    Ports(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** The same port each time for the life of this object, even while its part is down. */
    synchronized int of(String name) {
        return chosen.computeIfAbsent(name, absent -> keptOrNew(absent, this::free));
    }

    /** The same with a first choice for the first start. */
    synchronized int of(String name, int preferred) {
        return chosen.computeIfAbsent(
                name, absent -> keptOrNew(absent, () -> isClaimed(preferred) ? preferred : free()));
    }

    private int keptOrNew(String name, IntSupplier choice) {
        @Nullable String kept = file.get(name);
        if (kept != null && isClaimed(Integer.parseInt(kept))) {
            return Integer.parseInt(kept);
        }
        int port = choice.getAsInt();
        file.put(name, Integer.toString(port));
        return port;
    }

    private int free() {
        int port;
        do {
            port = random.nextInt(LOWEST, HIGHEST);
        } while (!isClaimed(port));
        return port;
    }

    /** Takes the port if nobody listens on it and no other process has chosen it. */
    private boolean isClaimed(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
            claims.put(port, new DatagramSocket(port, loopback));
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** For a part that listens by UDP as well and takes the port itself, at once. */
    synchronized int given(String name) {
        int port = of(name);
        @Nullable DatagramSocket claim = claims.remove(port);
        if (claim != null) {
            claim.close();
        }
        return port;
    }

    /** Others may choose these ports from now on. */
    @Override
    public synchronized void close() {
        claims.values().forEach(DatagramSocket::close);
    }
}
