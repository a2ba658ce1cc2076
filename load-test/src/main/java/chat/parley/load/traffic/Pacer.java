package chat.parley.load.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Sends messages at their times and never waits for an answer: a late one does not delay what was meant to follow. */
final class Pacer {

    private final Plan plan;
    private final List<Conversing> conversing;
    private final Ledger ledger;

    Pacer(Plan plan, List<Conversing> conversing, Ledger ledger) {
        this.plan = plan;
        this.conversing = conversing;
        this.ledger = ledger;
    }

    void run(long beginNanos) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(plan.seed());
        long[] offsets = plan.offsets();
        for (int message = 0; message < offsets.length; message++) {
            long intended = beginNanos + offsets[message];
            sleepUntil(intended);
            ledger.sending(message, intended);
            author(random)
                    .say(
                            message,
                            "Message " + message + ", about as long as what people write to each other in a chat.");
        }
    }

    private Device author(SplittableRandom random) {
        Conversing pair = conversing.get(random.nextInt(conversing.size()));
        return random.nextBoolean() ? pair.first() : pair.second();
    }

    static void sleepUntil(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
