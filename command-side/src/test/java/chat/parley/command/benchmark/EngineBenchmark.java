package chat.parley.command.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chat.parley.command.engine.EngineNode;
import chat.parley.log.EventLog;
import chat.parley.log.signal.LogSignal;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SendMessage through the real command bus to durable events, our engine and Axon's own in turns in one run, so that whatever
 * else the machine does meets both. Then what one hot conversation, two nodes and a very long conversation do.
 */
public final class EngineBenchmark {

    private static final int[] SENDERS = {1, 16, 64, 256};
    private static final int CONVERSATIONS = 500;
    private static final int LONG = 1_000_000;
    private static final String HEADER = """
        | ours                               | Axon JDBC                          |
        | commands/s   p50 ms   p99 ms  CPU us| commands/s   p50 ms   p99 ms  CPU us| ratio\
        """;

    /** Of either at each number of senders: afterwards little is left to compile. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final int OUR_CONNECTIONS = 10;
    private static final int THEIR_CONNECTIONS = 32;

    private final PrintStream out;
    private final Duration round;
    private final int rounds;

    private EngineBenchmark(PrintStream out, Duration round, int rounds) {
        this.out = out;
        this.round = round;
        this.rounds = rounds;
    }

    /** @param arguments seconds of a round and how many rounds, if others than 5 and 3 */
    public static void main(String[] arguments) {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        new EngineBenchmark(System.out, Duration.ofSeconds(seconds), rounds).run();
        System.exit(0);
    }

    private void run() {
        out.printf(
                "SendMessage to durable events, %d conversations, %d rounds of %d s in turns, the middle one shown%n%n",
                CONVERSATIONS, rounds, round.toSeconds());
        try (HikariDataSource ours = Database.pool(OUR_CONNECTIONS);
                HikariDataSource theirs = Database.pool(THEIR_CONNECTIONS)) {
            sideBySide(ours, theirs);
            twoNodes(ours);
            longConversation(ours);
        }
    }

    private void sideBySide(HikariDataSource ourPool, HikariDataSource theirPool) {
        try (EngineNode ours = EngineNode.on(ourPool);
                EngineNode theirs = AxonJdbc.node(theirPool)) {
            Thread follower = follow(ours);
            Conversations atOurs = Conversations.started(CONVERSATIONS, ours.dispatch());
            Conversations atTheirs = Conversations.started(CONVERSATIONS, theirs.dispatch());
            for (int senders : SENDERS) {
                new Senders(senders, atOurs, ours.dispatch()).send(WARM_UP);
                new Senders(senders, atTheirs, theirs.dispatch()).send(WARM_UP);
            }
            out.println(HEADER);
            for (int senders : SENDERS) {
                compare(
                        senders + (senders == 1 ? " sender" : " senders"),
                        new Senders(senders, atOurs, ours.dispatch()),
                        new Senders(senders, atTheirs, theirs.dispatch()));
            }
            compare(
                    "64, one conversation",
                    new Senders(64, Conversations.started(1, ours.dispatch()), ours.dispatch()),
                    new Senders(64, Conversations.started(1, theirs.dispatch()), theirs.dispatch()));
            follower.interrupt();
        }
    }

    /** Someone is woken by what is recorded, as the relay is. */
    private static Thread follow(EngineNode node) {
        LogSignal wake = node.part(LogSignal.class);
        long from = node.part(EventLog.class).head();
        return Thread.ofVirtual().start(() -> {
            try {
                for (long position = from; ; ) {
                    position = wake.awaitBeyond(position, Duration.ofSeconds(1));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void compare(String title, Senders ours, Senders theirs) {
        List<Measured> atOurs = new ArrayList<>();
        List<Measured> atTheirs = new ArrayList<>();
        for (int done = 0; done < rounds; done++) {
            atOurs.add(ours.send(round));
            atTheirs.add(theirs.send(round));
        }
        Measured our = Measured.median(atOurs);
        Measured their = Measured.median(atTheirs);
        out.printf("%-22s|%s |%s |%6.2f%n", title, columns(our), columns(their), our.perSecond() / their.perSecond());
    }

    private static String columns(Measured measured) {
        return "%10.0f %8.2f %8.2f %7.0f"
                .formatted(
                        measured.perSecond(),
                        measured.millisAt(0.5),
                        measured.millisAt(0.99),
                        measured.cpuMicrosEach());
    }

    private void twoNodes(HikariDataSource pool) {
        try (HikariDataSource otherPool = Database.pool(OUR_CONNECTIONS);
                EngineNode one = EngineNode.on(pool);
                EngineNode other = EngineNode.on(otherPool)) {
            Conversations conversations = Conversations.started(CONVERSATIONS, one.dispatch());
            Senders senders = new Senders(64, conversations, List.of(one.dispatch(), other.dispatch()));
            long before = count(pool);
            Measured measured = senders.send(round);
            out.printf(
                    "%n64 senders on two nodes, same conversations, not routed: %.0f commands/s, p50 %.2f ms, p99 %.2f"
                            + " ms, %d told to try again; %d acknowledged, %d stored%n",
                    measured.perSecond(),
                    measured.millisAt(0.5),
                    measured.millisAt(0.99),
                    measured.conflicts(),
                    measured.nanos().length,
                    count(pool) - before);
        }
    }

    private static long count(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("SELECT position FROM log.head")
                .query(Long.class)
                .single();
    }

    private void longConversation(HikariDataSource pool) {
        LongConversation conversation = LongConversation.filled(LONG, pool);
        Duration replay = conversation.firstCommand();
        out.printf(
                "%nFirst command of a node in a conversation of %,d messages: by all events %,d ms, by its snapshot",
                LONG, replay.toMillis());
        for (int done = 0; done < rounds; done++) {
            out.printf(" %.1f", conversation.firstCommand().toNanos() / 1e6);
        }
        out.println(" ms");
    }
}
