package chat.parley.load;

import chat.parley.load.measure.Processes;
import chat.parley.load.product.LiveHeap;
import chat.parley.load.product.Product;
import chat.parley.load.report.IdleOutcome;
import chat.parley.load.seed.SeededPeople;
import chat.parley.load.traffic.Chat;
import chat.parley.load.traffic.Clients;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a connection costs that says nothing. */
@Command(
        name = "idle",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Opens many authenticated sockets that say nothing but pings, and tells what each costs: live heap of the product after a"
                        + " garbage collection, resident memory, and bytes on the wire.")
final class IdleTest implements Callable<Integer> {

    /** So many are connected before the first measurement: what the first connections load is not counted. */
    private static final int FIRST_PART = 10;

    private static final Duration SETTLES = Duration.ofSeconds(5);

    @Mixin
    private Crowded crowded = new Crowded();

    @Option(
            names = "--max-heap",
            defaultValue = "16",
            paramLabel = "KIB",
            description = "Live heap a connection that is still good (${DEFAULT-VALUE}).")
    private double maxHeapKib;

    private final PrintStream console;

    IdleTest(PrintStream console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        return crowded.run(console, (product, _) -> measure(product));
    }

    private int measure(Product product) throws IOException, InterruptedException, SQLException {
        Circumstances.of(product).forEach(console::println);
        SeededPeople people = crowded.people(product, 0, console);
        ProcessHandle process = product.process().orElseThrow();
        Processes processes = new Processes(product.process());
        int first = Math.max(1, crowded.sockets / FIRST_PART);
        try (Clients clients =
                new Clients(product.address(), people.people(), new Chat(List.of(), 0, 1, crowded.seed))) {
            clients.connect(0, first);
            IdleOutcome.State before = state(first, process, processes, clients);
            clients.connect(first, crowded.sockets);
            IdleOutcome.State after = state(crowded.sockets, process, processes, clients);
            IdleOutcome outcome = new IdleOutcome(before, after, clients.connected());
            console.println(outcome.text(maxHeapKib));
            return outcome.complaints(maxHeapKib).isEmpty() ? LoadTest.HELD : LoadTest.NOT_HELD;
        }
    }

    private static IdleOutcome.State state(int sockets, ProcessHandle process, Processes processes, Clients clients)
            throws IOException, InterruptedException {
        Thread.sleep(SETTLES);
        return new IdleOutcome.State(
                sockets,
                LiveHeap.of(process),
                processes.residentBytes(),
                clients.bytes().in(),
                clients.bytes().out());
    }
}
