package chat.parley.load;

import chat.parley.load.measure.Gauges;
import chat.parley.load.measure.Processes;
import chat.parley.load.people.Api;
import chat.parley.load.people.Crowd;
import chat.parley.load.people.Person;
import chat.parley.load.product.Product;
import chat.parley.load.seed.SeededPeople;
import chat.parley.load.traffic.Clients;
import chat.parley.load.traffic.Mixture;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a reaction, an edit or a reply costs beside a message. */
@Command(
        name = "mixed",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Rounds of messages alone and rounds of 80 %% messages, 10 %% reactions, 5 %% edits and 5 %% replies take turns. Tells how"
                        + " much processor time of the product an event costs in each, and whether everything was recorded.")
final class MixedLoad implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private Crowded crowded = new Crowded();

    @Option(
            names = "--rate",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Events a second, all people together (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            paramLabel = "N",
            description = "How long a round is (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many of each there are, after one that is not counted (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--max-ratio",
            defaultValue = "1.1",
            paramLabel = "FACTOR",
            description = "What the mixture may cost beside messages alone, median by median (${DEFAULT-VALUE}).")
    private double maxRatio;

    private final PrintStream console;
    private boolean complete = true;

    MixedLoad(PrintStream console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        return crowded.run(console, (product, _) -> measure(product));
    }

    private int measure(Product product) throws IOException, InterruptedException, SQLException {
        Circumstances.of(product).forEach(console::println);
        SeededPeople seeded = crowded.people(product, 2, console);
        List<Double> alone = new ArrayList<>();
        List<Double> mixed = new ArrayList<>();
        round(product, seeded, true);
        for (int round = 1; round <= rounds; round++) {
            alone.add(round(product, seeded, false));
            mixed.add(round(product, seeded, true));
            console.printf(
                    "  round %d: messages alone %.0f µs an event, mixed %.0f µs%n",
                    round, alone.getLast(), mixed.getLast());
        }
        double ratio = median(mixed) / median(alone);
        console.printf(
                "Median of %d rounds: messages alone %.0f µs an event, mixed %.0f µs: %.3f times as much%n",
                rounds, median(alone), median(mixed), ratio);
        boolean held = complete && ratio <= maxRatio;
        console.println(held ? "Held: everything was recorded, and costs about the same." : "Not held.");
        return held ? LoadTest.HELD : LoadTest.NOT_HELD;
    }

    /** @return how many microseconds of processor time an event cost, until every view had it */
    private double round(Product product, SeededPeople seeded, boolean mix) throws InterruptedException {
        Crowd.all(seeded.people().stream()
                .<Callable<Boolean>>map(person -> refreshed(person))
                .toList());
        Mixture mixture = new Mixture(
                seeded.conversations(), seeded.people(), mix, (int) Math.round(rate * seconds), rate, crowded.seed);
        Processes processes = new Processes(product.process());
        try (Clients clients = new Clients(product.address(), seeded.people(), mixture)) {
            clients.connect(0, clients.size());
            long before = Processes.ofProduct(processes.micros());
            mixture.run(clients, PATIENCE);
            Crowded.awaitViews(new Gauges(new Api(product.management())::text), console);
            if (mixture.answered() < mixture.deeds()) {
                complete = false;
                console.printf(
                        "  %d of %d were recorded; refused: %s%n",
                        mixture.answered(), mixture.deeds(), mixture.refusals());
            }
            return (double) (Processes.ofProduct(processes.micros()) - before) / Math.max(1, mixture.answered());
        }
    }

    private static Callable<Boolean> refreshed(Person person) {
        return () -> {
            person.refresh();
            return true;
        };
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
