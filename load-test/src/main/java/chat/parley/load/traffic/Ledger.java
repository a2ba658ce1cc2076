package chat.parley.load.traffic;

import chat.parley.load.measure.Latencies;
import chat.parley.load.measure.PerStep;
import chat.parley.load.measure.Step;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What became of each message. One thread sends, one hears; any may look at the counts. */
public final class Ledger {

    private static final long NOT_ACKNOWLEDGED = -1;

    private record Reached(BitSet messages, AtomicLong count) {}

    private final int warmUp;
    private final Latencies latencies;
    private final boolean readings;
    private final AtomicLongArray intended;
    private final long[] acknowledgedAs;
    private final Map<String, Long> refusals = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong measured = new AtomicLong();
    private final PerStep<Reached> steps;
    private final AtomicLong reads = new AtomicLong();

    /**
     * @param warmUp how many of the first messages do not count for latency
     * @param receipts whether messages must be read to be complete
     */
    public Ledger(int messages, int warmUp, Receipts receipts, Latencies latencies) {
        this.warmUp = warmUp;
        this.latencies = latencies;
        this.readings = receipts != Receipts.NONE;
        this.intended = new AtomicLongArray(messages);
        this.acknowledgedAs = new long[messages];
        Arrays.fill(acknowledgedAs, NOT_ACKNOWLEDGED);
        this.steps = PerStep.make(() -> new Reached(new BitSet(messages), new AtomicLong()));
    }

    /** A message is about to be sent. */
    public void sending(int message, long intendedNanos) {
        intended.set(message, intendedNanos);
        sent.incrementAndGet();
    }

    /** Its author was told its sequence. */
    public void acknowledged(int message, long sequence, long nowNanos) {
        acknowledgedAs[message] = sequence;
        reached(Step.ACKNOWLEDGED, message, nowNanos);
    }

    /** Each step counts once; that a device was told twice is found by the verification. */
    void reached(Step step, int message, long nowNanos) {
        Reached reached = steps.of(step);
        if (reached.messages().get(message)) {
            return;
        }
        reached.messages().set(message);
        reached.count().incrementAndGet();
        if (message >= warmUp) {
            latencies.record(step, intended.get(message), nowNanos);
        }
        if (isComplete(message)) {
            completed.incrementAndGet();
            if (message >= warmUp) {
                measured.incrementAndGet();
            }
        }
    }

    /** Whether the message came through every step; nobody says that it was read where there are no receipts. */
    private boolean isComplete(int message) {
        return steps.acknowledged().messages().get(message)
                && steps.delivered().messages().get(message)
                && (!readings || steps.read().messages().get(message));
    }

    void refused(String code) {
        refused.incrementAndGet();
        refusals.merge(code, 1L, Long::sum);
    }

    void readTold() {
        reads.incrementAndGet();
    }

    public long sent() {
        return sent.get();
    }

    /** How many messages have come so far. */
    public PerStep<Long> reached() {
        return steps.map(step -> step.count().get());
    }

    /** Messages that were acknowledged, delivered and, where there are receipts, read. */
    public long completed() {
        return completed.get();
    }

    /** The same without the warm-up. */
    public long completedOfMeasured() {
        return measured.get();
    }

    public long refused() {
        return refused.get();
    }

    /** How often each code was answered. */
    public Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }

    /** How many `read` frames were sent. */
    public long reads() {
        return reads.get();
    }

    public long unacknowledged() {
        return sent() - refused() - reached().acknowledged();
    }

    public long undelivered() {
        return Math.max(0, reached().acknowledged() - reached().delivered());
    }

    /** Whether everything that was sent has come to its end. */
    public boolean isSettled() {
        return completed() + refused() >= sent();
    }

    public boolean isAcknowledged(int message) {
        return acknowledgedAs[message] != NOT_ACKNOWLEDGED;
    }

    /** The sequence the message's author was told. */
    public long acknowledgedAs(int message) {
        return acknowledgedAs[message];
    }
}
