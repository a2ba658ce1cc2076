package chat.parley.load;

import chat.parley.load.measure.Gauges;
import chat.parley.load.measure.Processes;
import chat.parley.load.measure.Second;
import chat.parley.load.traffic.Ledger;
import chat.parley.load.traffic.Plan;
import chat.parley.load.traffic.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at a run once a second, and at the processor times where the measured part begins and ends. */
final class Watch implements AutoCloseable {

    /** The product reads the log to answer how far it is behind, so it is not asked too often. */
    private static final int LAGS_EVERY_S = 5;

    private static final int PING_EVERY_S = 20;

    private final Traffic traffic;
    private final Plan plan;
    private final Gauges gauges;
    private final Processes processes;
    private final Consumer<Second> tell;
    private final List<Second> seconds = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("watch").daemon().factory());
    private final List<Future<?>> tasks = new ArrayList<>();
    private Map<String, Long> begun = Map.of();
    private Map<String, Long> ended = Map.of();
    private long sentAtBegin;
    private long sentAtEnd;
    private volatile Map<String, Long> lags = Map.of();
    private List<Integer> broken = List.of();
    private int now;

    Watch(Traffic traffic, Plan plan, Gauges gauges, Processes processes, Consumer<Second> tell) {
        this.traffic = traffic;
        this.plan = plan;
        this.gauges = gauges;
        this.processes = processes;
        this.tell = tell;
    }

    void start() {
        if (plan.warmUpSeconds() == 0) {
            begin();
        }
        tasks.add(clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS));
        tasks.add(clock.scheduleAtFixedRate(this::askLags, LAGS_EVERY_S, LAGS_EVERY_S, TimeUnit.SECONDS));
    }

    private synchronized void look() {
        now++;
        if (now == plan.warmUpSeconds()) {
            begin();
        }
        if (now % PING_EVERY_S == 0) {
            traffic.ping();
        }
        Ledger ledger = traffic.ledger();
        Second second = new Second(
                now,
                traffic.latencies().interval(),
                ledger.sent(),
                ledger.completed(),
                ledger.unacknowledged(),
                ledger.undelivered(),
                lags);
        tell.accept(second);
        if (now > plan.warmUpSeconds() && now <= plan.warmUpSeconds() + plan.seconds()) {
            seconds.add(second);
        }
        if (now == plan.warmUpSeconds() + plan.seconds()) {
            end();
        }
    }

    private void askLags() {
        try {
            lags = gauges.lags();
        } catch (RuntimeException _) {
            lags = Map.of();
        }
    }

    private void begin() {
        begun = processes.micros();
        sentAtBegin = traffic.ledger().sent();
    }

    private void end() {
        ended = processes.micros();
        sentAtEnd = traffic.ledger().sent();
    }

    /** Every second of the measured part. */
    synchronized List<Second> seconds() {
        return List.copyOf(seconds);
    }

    /** Processor time of each process in the measured part. */
    synchronized Map<String, Long> cpuMicros() {
        Map<String, Long> used = new HashMap<>();
        ended.forEach((process, micros) -> used.put(process, micros - begun.getOrDefault(process, 0L)));
        return used;
    }

    /** How many messages were sent in that time. */
    synchronized long cpuMessages() {
        return sentAtEnd - sentAtBegin;
    }

    synchronized List<Integer> broken() {
        return broken;
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(false));
        clock.close();
        synchronized (this) {
            if (ended.isEmpty()) {
                end();
            }
            broken = traffic.broken();
        }
    }
}
