package chat.parley.load;

import chat.parley.load.measure.Processes;
import chat.parley.load.product.DataFolder;
import chat.parley.load.product.Product;
import chat.parley.load.product.StoreCounters;
import chat.parley.load.report.StormOutcome;
import chat.parley.load.seed.SeededPeople;
import chat.parley.load.traffic.Chat;
import chat.parley.load.traffic.Clients;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how long it takes until everyone is back after all connections were lost at once. */
@Command(
        name = "storm",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Many people with many conversations each are connected to one node and write to each other. Then all connections are"
                        + " lost at once, and everyone comes back with full jitter and resumes from before the first message. Tells how"
                        + " long that takes, what it costs in bytes, queries and processor time, and whether every acknowledged message came"
                        + " again.")
final class StormTest implements Callable<Integer> {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(3);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    /** A restart begins when so much of the messages were due: the rest are due while clients come back. */
    private static final double BEFORE_RESTART = 0.7;

    enum Loss {
        /** The network between all clients and the node fails for a moment; the messages are all sent before. */
        CUT,
        /** The product is stopped and started while people write. */
        RESTART
    }

    @Mixin
    private Crowded crowded = new Crowded();

    @Option(
            names = "--conversations",
            defaultValue = "200",
            paramLabel = "N",
            description =
                    "Of each person, with as many others: an even number less than there are sockets (${DEFAULT-VALUE}).")
    private int conversations;

    @Option(
            names = "--missed",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many messages each person lacks when they come back, on average, their own among them"
                    + " (${DEFAULT-VALUE}).")
    private int missed;

    @Option(
            names = "--rate",
            defaultValue = "500",
            paramLabel = "N",
            description = "Messages a second, all people together (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--by",
            defaultValue = "cut",
            description =
                    "How the connections are lost: cut, as by the network, or restart of the whole product under load"
                            + " (${DEFAULT-VALUE}).")
    private Loss loss = Loss.CUT;

    @Option(
            names = "--within",
            paramLabel = "S",
            description =
                    "Seconds within which the last must be back: after the loss (30), or after the product is ready again (15).")
    @Nullable
    private Double within;

    private final PrintStream console;

    StormTest(PrintStream console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        return crowded.run(console, this::measure);
    }

    private int measure(Product product, Crowded.Restart restart)
            throws IOException, InterruptedException, SQLException {
        Circumstances.of(product).forEach(console::println);
        SeededPeople people = crowded.people(product, conversations, console);
        Chat chat = new Chat(people.conversations(), crowded.sockets * missed / 2, rate, crowded.seed);
        try (Clients clients = new Clients(product.address(), people.people(), chat)) {
            clients.connect(0, crowded.sockets);
            console.printf("%d sockets are connected%n", clients.connected());
            StormOutcome outcome = loss == Loss.CUT ? cut(product, clients, chat) : restart(restart, clients, chat);
            console.println(outcome.text(limit()));
            return outcome.complaints(limit()).isEmpty() ? LoadTest.HELD : LoadTest.NOT_HELD;
        }
    }

    private double limit() {
        return within != null ? within : loss == Loss.CUT ? 30 : 15;
    }

    private StormOutcome cut(Product product, Clients clients, Chat chat) throws InterruptedException, SQLException {
        chat.run(clients);
        chat.awaitSeen(SETTLES_WITHIN);
        DataFolder data = product.dataFolder().orElseThrow();
        Processes processes = new Processes(product.process());
        StoreCounters before = StoreCounters.of(data);
        Map<String, Long> cpuBefore = processes.micros();
        long bytesIn = clients.bytes().in();
        long bytesOut = clients.bytes().out();
        clients.forgetReturns();
        long lost = System.nanoTime();
        clients.cut();
        clients.awaitAll(GIVE_UP_AFTER);
        Map<String, Long> cpu = new HashMap<>();
        processes.micros().forEach((process, micros) -> cpu.put(process, micros - cpuBefore.getOrDefault(process, 0L)));
        chat.awaitSeen(SETTLES_WITHIN);
        StoreCounters queries = StoreCounters.of(data).since(before);
        return outcome(
                clients,
                chat,
                lost,
                clients.bytes().in() - bytesIn,
                clients.bytes().out() - bytesOut,
                queries.counts(),
                cpu);
    }

    private StormOutcome restart(Crowded.Restart restart, Clients clients, Chat chat)
            throws IOException, InterruptedException {
        Thread writing = Thread.ofPlatform().name("chat").daemon().start(() -> {
            try {
                chat.run(clients);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        while (chat.done() < BEFORE_RESTART * chat.messages()) {
            Thread.sleep(LOOK_EVERY);
        }
        long bytesIn = clients.bytes().in();
        long bytesOut = clients.bytes().out();
        clients.forgetReturns();
        restart.run();
        long ready = System.nanoTime();
        clients.awaitAll(GIVE_UP_AFTER);
        writing.join();
        chat.awaitSeen(SETTLES_WITHIN);
        return outcome(
                clients,
                chat,
                ready,
                clients.bytes().in() - bytesIn,
                clients.bytes().out() - bytesOut,
                Map.of(),
                Map.of());
    }

    private StormOutcome outcome(
            Clients clients,
            Chat chat,
            long since,
            long bytesIn,
            long bytesOut,
            Map<String, Long> queries,
            Map<String, Long> cpu) {
        return new StormOutcome(
                clients.size(),
                conversations,
                loss == Loss.CUT ? "their connections were cut" : "the product was ready again after its restart",
                clients.returnsAfter(since),
                clients.connected(),
                clients.attempts(),
                clients.failures(),
                new StormOutcome.Messages(chat.acknowledged(), chat.missing(), chat.notSent(), chat.refusals()),
                bytesIn,
                bytesOut,
                queries,
                cpu);
    }
}
