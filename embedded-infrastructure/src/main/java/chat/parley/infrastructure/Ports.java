package chat.parley.infrastructure;

import java.io.IOException;
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
 * systems give to outgoing connections, which could otherwise hold one of them while its part is down.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private final PropertiesFile file;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<String, Integer> chosen = new HashMap<>();

    Ports(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** The same port each time for the life of this object, even while its part is down. */
    synchronized int of(String name) {
        return chosen.computeIfAbsent(name, absent -> keptOrNew(absent, this::free));
    }

    /** The same with a first choice for the first start. */
    synchronized int of(String name, int preferred) {
        return chosen.computeIfAbsent(name, absent -> keptOrNew(absent, () -> isFree(preferred) ? preferred : free()));
    }

    private int keptOrNew(String name, IntSupplier choice) {
        @Nullable String kept = file.get(name);
        if (kept != null && isFree(Integer.parseInt(kept))) {
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
        } while (chosen.containsValue(port) || !isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
