package chat.parley.load.traffic;

import chat.parley.load.seed.SeededConversation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages at drawn times in conversations drawn at random. Who is away when their message is due does not send it. Afterwards every
 * acknowledged message must have been sent to both members.
 */
public final class Chat implements Conversation {

    private final List<SeededConversation> conversations;
    private final double perSecond;
    private final SplittableRandom random;
    private final MessageNames names;
    private final ChatLedger ledger;
    private final int messages;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger notSent = new AtomicInteger();

    /** @param messages how many, which may be none */
    public Chat(List<SeededConversation> conversations, int messages, double perSecond, long seed) {
        this.conversations = conversations;
        this.messages = messages;
        this.perSecond = perSecond;
        this.random = new SplittableRandom(seed);
        this.names = new MessageNames(Clock.systemUTC().millis(), new SplittableRandom().nextLong());
        this.ledger = new ChatLedger(messages);
    }

    /** Sends every message at its time; returns after the last. */
    public void run(Clients clients) throws InterruptedException {
        long begin = System.nanoTime();
        long[] offsets = Arrivals.POISSON.offsets(messages, perSecond, random);
        for (int message = 0; message < messages; message++) {
            Pacer.sleepUntil(begin + offsets[message]);
            SeededConversation conversation = conversations.get(random.nextInt(conversations.size()));
            int author = random.nextBoolean() ? conversation.first() : conversation.second();
            ledger.saying(message, conversation);
            boolean sent = clients.at(author)
                    .send("{\"type\":\"send\",\"id\":\"" + message + "\",\"conversation\":\""
                            + conversation.conversation()
                            + "\",\"message\":\"" + names.of(message) + "\",\"text\":\"Message " + message
                            + ", about as long as what people write to each other in a chat.\"}");
            if (!sent) {
                notSent.incrementAndGet();
            }
            done.incrementAndGet();
        }
    }

    @Override
    public void happened(ServerFrame event, int person, long readAtNanos) {
        int message = event.message.isEmpty() ? -1 : names.indexOf(event.message);
        if (message >= 0) {
            ledger.seen(message, person);
        }
    }

    @Override
    public void acknowledged(ServerFrame frame) {
        String ref = frame.ref;
        if (ref != null) {
            ledger.acknowledged(Integer.parseInt(ref));
        }
    }

    @Override
    public void refused(String code) {
        ledger.refused(code);
    }

    @Override
    public void forgetSeen() {
        ledger.forgetSeen();
    }

    public int messages() {
        return messages;
    }

    /** How many messages were due so far. */
    public int done() {
        return done.get();
    }

    /** How many were not sent because their author was away. */
    public int notSent() {
        return notSent.get();
    }

    public int acknowledged() {
        return ledger.acknowledged();
    }

    public Map<String, Long> refusals() {
        return ledger.refusals();
    }

    /** How many acknowledged messages were not sent to both members since the connections were lost. */
    public int missing() {
        return ledger.missing();
    }

    /** Waits until nothing is missing; false if something is by then. */
    public boolean awaitSeen(Duration within) throws InterruptedException {
        return Waiting.until(() -> missing() == 0, within);
    }
}
