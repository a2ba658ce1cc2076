package chat.parley.load.product;

import java.net.URI;
import java.util.Optional;

/**
 * The product under load.
 *
 * @param process the standalone product's, whose children are the embedded components; empty where it is not on this machine
 * @param dataFolder of the standalone product, where it is known
 */
public record Product(URI address, Optional<ProcessHandle> process, Optional<DataFolder> dataFolder) {

    private static final int HTTP = 80;
    private static final int MANAGEMENT = 8081;

    /** One that runs already. */
    public static Product at(URI address, Optional<DataFolder> dataFolder) {
        int port = address.getPort() < 0 ? HTTP : address.getPort();
        return new Product(address, Listening.on(port), dataFolder);
    }

    /** Where it tells operators how it is. */
    public URI management() {
        int port = dataFolder.map(folder -> folder.port("management")).orElse(MANAGEMENT);
        return URI.create("http://%s:%d".formatted(address.getHost(), port));
    }
}
