package chat.parley.command.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chat.parley.access.Caller;
import chat.parley.command.conversation.sendmessage.MessageSender;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.command.engine.EngineNode;
import chat.parley.contracts.NewMessage;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Refused;
import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * Whether the time that a stranger's message takes to be refused tells who talks: for six pairs that talk and as many ids of pairs that
 * do not, 150 attempts each by turns. The share of attempts that took longer in the conversation than in none is 50 % where nothing can be
 * told; with 150 attempts, chance alone gives 43 to 57 %.
 */
public final class StrangersBenchmark {

    private static final int PAIRS = 6;
    private static final int ATTEMPTS = 150;
    private static final int WARM_UP = 2_000;

    private final PrintStream out;
    private final EngineNode node;
    private final Caller stranger = someone();

    private StrangersBenchmark(PrintStream out, EngineNode node) {
        this.out = out;
        this.node = node;
    }

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (HikariDataSource pool = Database.pool(2);
                EngineNode node = EngineNode.servingPeopleOn(pool)) {
            new StrangersBenchmark(System.out, node).run();
        }
        System.exit(0);
    }

    private void run() {
        for (int done = 0; done < WARM_UP; done++) {
            refusal(random());
        }
        out.println("A stranger's message, median microseconds until it is refused");
        out.println("pair | talks | does not | longer where they talk");
        for (int pair = 1; pair <= PAIRS; pair++) {
            compare(pair, talking(), random());
        }
    }

    private void compare(int pair, ConversationId theirs, ConversationId none) {
        long[] inTheirs = new long[ATTEMPTS];
        long[] inNone = new long[ATTEMPTS];
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Neither always comes first.
            boolean theirsFirst = attempt % 2 == 0;
            long first = refusal(theirsFirst ? theirs : none);
            long second = refusal(theirsFirst ? none : theirs);
            inTheirs[attempt] = theirsFirst ? first : second;
            inNone[attempt] = theirsFirst ? second : first;
        }
        long longer = 0;
        for (long one : inTheirs) {
            longer += Arrays.stream(inNone).filter(other -> one > other).count();
        }
        out.printf(
                "%4d | %5.0f | %8.0f | %.1f %%%n",
                pair, median(inTheirs), median(inNone), 100.0 * longer / ((long) ATTEMPTS * ATTEMPTS));
    }

    private long refusal(ConversationId conversation) {
        MessageId message = new MessageId(UuidCreator.getTimeOrderedEpoch());
        long begun = System.nanoTime();
        try {
            node.part(MessageSender.class).send(stranger, conversation, new NewMessage(message, "hello"));
            throw new IllegalStateException("a stranger sent a message");
        } catch (Refused _) {
            return System.nanoTime() - begun;
        }
    }

    private ConversationId talking() {
        ConversationId conversation = random();
        Caller alice = someone();
        node.dispatch().send(new StartDirect(conversation, alice.user(), new UserId(UUID.randomUUID())), alice);
        for (int sent = 0; sent < 20; sent++) {
            node.part(MessageSender.class)
                    .send(
                            alice,
                            conversation,
                            new NewMessage(new MessageId(UuidCreator.getTimeOrderedEpoch()), "hello " + sent));
        }
        return conversation;
    }

    private static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }

    private static ConversationId random() {
        UUID random = UUID.randomUUID();
        return DirectConversation.ofBits(random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e3;
    }
}
