package chat.parley.load;

import chat.parley.load.measure.Gauges;
import chat.parley.load.people.Api;
import chat.parley.load.product.DataFolder;
import chat.parley.load.product.Product;
import chat.parley.load.product.StartedProduct;
import chat.parley.load.seed.SeededPeople;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the modes with many sockets have in common: the product they load, and its people. */
final class Crowded {

    private static final int PREFIX_BITS = 24;
    private static final Duration VIEWS_FOLLOW_WITHIN = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String RELAY = "relay";
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The product to load, with --data. Without it the standalone product is started with its data in a"
                            + " temporary folder, and stopped at the end.")
    @Nullable
    URI url;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "The data folder of the product at --url: people and conversations are written to its stores.")
    @Nullable
    Path data;

    @Option(
            names = "--sockets",
            defaultValue = "5000",
            paramLabel = "N",
            description = "How many people there are, each with one socket (${DEFAULT-VALUE}).")
    int sockets;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of what is drawn at random (${DEFAULT-VALUE}).")
    long seed;

    /** A measurement on a product. */
    interface Measured {
        int on(Product product, Restart restart) throws IOException, InterruptedException, SQLException;
    }

    /** Stops the product and starts it again. */
    interface Restart {
        void run() throws IOException;
    }

    int run(PrintStream console, Measured measured) throws IOException, InterruptedException, SQLException {
        URI given = url;
        if (given != null) {
            Path folder = data;
            if (folder == null) {
                throw new IllegalArgumentException("--url needs --data");
            }
            return measured.on(Product.at(given, java.util.Optional.of(new DataFolder(folder))), () -> {
                throw new IOException("a product that was not started here is not restarted");
            });
        }
        try (StartedProduct started = StartedProduct.start(Path.of("").toAbsolutePath(), console::println)) {
            return measured.on(started.product(), started::restart);
        }
    }

    /** Writes the people and waits until relay and views have caught up with it. */
    SeededPeople people(Product product, int conversations, PrintStream console)
            throws SQLException, InterruptedException {
        Api api = new Api(product.address());
        String prefix =
                "crowd" + Integer.toHexString(ThreadLocalRandom.current().nextInt(1 << PREFIX_BITS)) + "_";
        Gauges gauges = new Gauges(new Api(product.management())::text);
        return SeededPeople.seed(
                product.dataFolder().orElseThrow(),
                api.impatient(),
                prefix,
                sockets,
                conversations,
                () -> awaitViews(gauges, console),
                console::println);
    }

    static void awaitViews(Gauges gauges, PrintStream console) throws InterruptedException {
        long begun = System.nanoTime();
        long told = begun;
        Map<String, Long> lags = gauges.lags();
        // While the relay begins anew, nobody says how far it is.
        while (!lags.containsKey(RELAY) || lags.values().stream().anyMatch(lag -> lag > 0)) {
            long now = System.nanoTime();
            if (now - begun > VIEWS_FOLLOW_WITHIN.toNanos()) {
                throw new IllegalStateException("the views do not follow: " + lags);
            }
            if (now - told > TELL_EVERY.toNanos()) {
                told = now;
                console.println("waiting for the relay and the views, which are behind by " + lags);
            }
            Thread.sleep(LOOK_EVERY);
            lags = gauges.lags();
        }
    }
}
