package chat.parley.load;

import chat.parley.load.product.Product;
import java.time.Instant;
import java.util.List;

/** What a measurement was made on. */
final class Circumstances {

    private Circumstances() {}

    static List<String> of(Product product) {
        return List.of(
                "%s, measured %s"
                        .formatted(product.address(), Instant.now().toString().substring(0, 16)),
                "%d processors, %s %s, Java %s; the generator runs on the same machine"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("java.version")),
                product.process()
                        .map(process -> "the product is process " + process.pid())
                        .orElse("the product's processes are not on this machine or not this user's"));
    }
}
