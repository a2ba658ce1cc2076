package chat.parley.load;

import chat.parley.load.measure.Backlog;
import chat.parley.load.measure.Gauges;
import chat.parley.load.measure.Processes;
import chat.parley.load.people.Api;
import chat.parley.load.people.Pair;
import chat.parley.load.product.Product;
import chat.parley.load.report.Outcome;
import chat.parley.load.report.TextReport;
import chat.parley.load.traffic.Ledger;
import chat.parley.load.traffic.Plan;
import chat.parley.load.traffic.Traffic;
import chat.parley.load.verify.Verification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Carries out one plan after another with the same people. */
final class Measurement {

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);

    private final URI address;
    private final Gauges gauges;
    private final Processes processes;
    private final Consumer<String> tell;
    private List<Pair> pairs;

    Measurement(Product product, Api api, List<Pair> pairs, Consumer<String> tell) {
        this.address = product.address();
        this.gauges = new Gauges(new Api(product.management())::text);
        this.processes = new Processes(product.process());
        this.pairs = pairs;
        this.tell = tell;
    }

    Outcome of(Plan plan) throws InterruptedException {
        Traffic traffic = Traffic.connect(address, pairs, plan);
        Watch watch = new Watch(traffic, plan, gauges, processes, second -> tell.accept(TextReport.progress(second)));
        boolean settled;
        try (traffic;
                watch) {
            watch.start();
            traffic.run();
            settled = traffic.settle(SETTLES_WITHIN);
        }
        tell.accept("asking the product for everything it stored …");
        Ledger ledger = traffic.ledger();
        Verification verification = Verification.of(traffic.heard(), ledger, traffic.names());
        pairs = verification.pairs();
        return new Outcome(
                plan,
                pairs.size(),
                traffic.latencies().total(),
                ledger.sent(),
                ledger.reached(),
                ledger.completed(),
                ledger.refusals(),
                ledger.reads(),
                settled ? 0 : ledger.sent() - ledger.completed() - ledger.refused(),
                watch.broken(),
                watch.seconds(),
                watch.cpuMicros(),
                watch.cpuMessages(),
                new Backlog(plan.perSecond()).growing(watch.seconds()),
                verification);
    }
}
