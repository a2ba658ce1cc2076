package chat.parley.load;

import chat.parley.load.report.Outcome;
import chat.parley.load.traffic.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One rate, or the highest that is held. */
final class Search {

    private static final int STEPS_AT_MOST = 30;
    private static final double DOWN = 0.92;
    private static final int HOLDS_AT_MOST = 5;

    private final LoadOptions options;
    private final Measurement measurement;
    private final Consumer<Outcome> tell;
    private final List<Outcome> outcomes = new ArrayList<>();

    Search(LoadOptions options, Measurement measurement, Consumer<Outcome> tell) {
        this.options = options;
        this.measurement = measurement;
        this.tell = tell;
    }

    /** Every outcome in order; the last is the answer. */
    List<Outcome> run() throws InterruptedException {
        if (options.findMax) {
            hold(highestStep());
        } else {
            isHeld(options.rate, options.warmUp, options.seconds);
        }
        return outcomes;
    }

    private double highestStep() throws InterruptedException {
        double held = options.rate * DOWN;
        double next = options.rate;
        for (int step = 0; step < STEPS_AT_MOST && isHeld(next, warmUp(step), options.stepSeconds); step++) {
            held = next;
            next *= options.step;
        }
        return held;
    }

    /** The first step finds everything cold. */
    private int warmUp(int step) {
        return step == 0 ? options.warmUp : Math.min(options.warmUp, options.stepSeconds / 4);
    }

    private void hold(double highest) throws InterruptedException {
        double rate = highest;
        for (int tries = 0; tries < HOLDS_AT_MOST && !isHeld(rate, warmUp(1), options.hold); tries++) {
            rate *= DOWN;
        }
    }

    private boolean isHeld(double rate, int warmUp, int seconds) throws InterruptedException {
        Outcome outcome =
                measurement.of(new Plan(rate, warmUp, seconds, options.arrivals, options.receipts, options.seed));
        outcomes.add(outcome);
        tell.accept(outcome);
        return outcome.complaints(options.maxP99).isEmpty();
    }
}
