package chat.parley.load;

import chat.parley.load.measure.Gauges;
import chat.parley.load.people.Api;
import chat.parley.load.people.Crowd;
import chat.parley.load.people.Pair;
import chat.parley.load.product.DataFolder;
import chat.parley.load.product.Product;
import chat.parley.load.product.StartedProduct;
import chat.parley.load.product.WalFiles;
import chat.parley.load.report.HtmlReport;
import chat.parley.load.report.Outcome;
import chat.parley.load.report.TextReport;
import chat.parley.load.seed.SeededPeople;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Loads the product at a fixed rate and tells what it costs and whether every promise was kept. */
@Command(
        name = "./parley load",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Loads Parley at a fixed rate of messages, whatever becomes of those before, through real sockets; tells"
                        + " latency from the time each was meant to be sent and processor time by process, and checks that"
                        + " every acknowledged message is stored once and delivered once to each side, in order.")
public final class LoadTest implements Callable<Integer> {

    static final int HELD = 0;
    static final int NOT_HELD = 1;
    private static final int PREFIX_BITS = 28;

    @Mixin
    private LoadOptions options = new LoadOptions();

    private final PrintStream console;

    private LoadTest(PrintStream console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.out).execute(arguments));
    }

    static CommandLine commandLine(PrintStream console) {
        return new CommandLine(new LoadTest(console))
                .addSubcommand(new IdleTest(console))
                .addSubcommand(new StormTest(console))
                .addSubcommand(new GroupLoad(console))
                .addSubcommand(new MixedLoad(console))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (options.url != null) {
            return load(
                    Product.at(options.url, Optional.ofNullable(options.data).map(DataFolder::new)));
        }
        try (StartedProduct started = StartedProduct.start(Path.of("").toAbsolutePath(), this::tell)) {
            return load(started.product());
        }
    }

    private int load(Product product) throws IOException, InterruptedException, SQLException {
        List<String> circumstances = new ArrayList<>(Circumstances.of(product));
        if (product.dataFolder().isPresent() && options.walFiles > 0) {
            circumstances.add(WalFiles.prepare(product.dataFolder().get(), options.walFiles));
        }
        circumstances.forEach(this::tell);
        Api api = new Api(product.address());
        List<Pair> pairs = pairs(product, api);
        tell("%d pairs are signed in".formatted(pairs.size()));
        TextReport text = new TextReport(options.maxP99);
        Measurement measurement = new Measurement(product, api, pairs, this::tell);
        List<Outcome> outcomes = new Search(options, measurement, outcome -> tell(text.of(outcome))).run();
        write(new HtmlReport(text).of(circumstances, outcomes));
        return outcomes.getLast().complaints(options.maxP99).isEmpty() ? HELD : NOT_HELD;
    }

    /** Written by SQL where that can be done, unless those of an earlier run are asked for. */
    private List<Pair> pairs(Product product, Api api) throws SQLException, InterruptedException {
        String known = options.accounts;
        if (known != null || product.dataFolder().isEmpty()) {
            return new Crowd(api, known == null ? newPrefix() : known).pairs(options.pairs);
        }
        Gauges gauges = new Gauges(new Api(product.management())::text);
        SeededPeople seeded = SeededPeople.seed(
                product.dataFolder().get(),
                api,
                newPrefix(),
                2 * options.pairs,
                0,
                () -> Crowded.awaitViews(gauges, console),
                this::tell);
        return Crowd.pairs(seeded.people());
    }

    private static String newPrefix() {
        return "load" + Integer.toHexString(ThreadLocalRandom.current().nextInt(1 << PREFIX_BITS)) + "_";
    }

    private void write(String page) throws IOException {
        Path file = options.report.toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
        tell("The plots are in " + file);
    }

    private void tell(String line) {
        console.println(line);
    }
}
