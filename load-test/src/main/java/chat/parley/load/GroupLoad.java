package chat.parley.load;

import chat.parley.load.measure.Percentiles;
import chat.parley.load.people.Person;
import chat.parley.load.product.Product;
import chat.parley.load.traffic.Clients;
import chat.parley.load.traffic.GroupTalk;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how fast what is said in a large group reaches everyone in it. */
@Command(
        name = "group",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "One group of many people, some of whom are online, read everything and write at a fixed rate. Tells how long it takes"
                        + " until a message is acknowledged and until each member who is online has it, and whether everyone got every"
                        + " message.")
final class GroupLoad implements Callable<Integer> {

    @Mixin
    private Crowded crowded = new Crowded();

    @Option(
            names = "--online",
            defaultValue = "1000",
            paramLabel = "N",
            description =
                    "How many of the --sockets people, of whom a group holds 1,000, are connected (${DEFAULT-VALUE}).")
    private int online;

    @Option(
            names = "--rate",
            defaultValue = "20",
            paramLabel = "N",
            description = "Messages a second, all people together (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            paramLabel = "N",
            description = "How long they write (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--max-p99",
            defaultValue = "500",
            paramLabel = "MS",
            description = "The 99th percentile of delivery that is still good (${DEFAULT-VALUE}).")
    private double maxP99;

    private final PrintStream console;

    GroupLoad(PrintStream console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        return crowded.run(console, (product, _) -> measure(product));
    }

    private int measure(Product product) throws IOException, InterruptedException, SQLException {
        Circumstances.of(product).forEach(console::println);
        List<Person> people = crowded.people(product, 0, console).people();
        int connected = Math.min(online, people.size());
        String group = people.getFirst().makeGroupWith(people.subList(1, people.size()));
        int messages = (int) Math.round(rate * seconds);
        GroupTalk talk = new GroupTalk(group, connected, messages, rate, crowded.seed);
        try (Clients clients = new Clients(product.address(), people, talk)) {
            clients.connect(0, connected);
            console.printf("%d of %d members are connected%n", clients.connected(), people.size());
            talk.run(clients);
        }
        return told(talk, messages, connected);
    }

    private int told(GroupTalk talk, int messages, int connected) {
        Percentiles delivery = talk.delays();
        Percentiles answer = talk.answers();
        long expected = (long) messages * connected;
        console.printf(
                "  acknowledged: %d of %d, p50 %.0f ms, p99 %.0f ms%n",
                talk.acknowledged(), messages, answer.p50(), answer.p99());
        console.printf(
                "  delivered: %d of %d, p50 %.0f ms, p99 %.0f ms, the last %.0f ms%n",
                talk.delivered(), expected, delivery.p50(), delivery.p99(), delivery.max());
        console.printf("  refused: %s%n", talk.refusals().isEmpty() ? "none" : talk.refusals());
        boolean held = talk.delivered() == expected && talk.acknowledged() == messages && delivery.p99() <= maxP99;
        console.println(held ? "Held: everyone got every message in time." : "Not held.");
        return held ? LoadTest.HELD : LoadTest.NOT_HELD;
    }
}
